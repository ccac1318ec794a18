using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cuttings.Collation;

namespace Cuttings.Storage.Writing;

/// <summary>Keeps the collations of a cutting with the revision that they belong to.</summary>
internal static class Collations
{
    private static readonly CollationContext Context = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async ValueTask WriteAsync(Statements statements, long number, Cutting cutting, long revision, DateTimeOffset now, CancellationToken cancel)
    {
        if (!CuttingCollator.CanCollate(cutting))
        {
            return;
        }

        var collations = CuttingCollator.Collate(cutting);
        foreach (var collation in collations)
        {
            await WriteAsync(statements, number, collation.Source, collation.Edition, CollationSummary.Of(collation.Collated), revision, now, cancel);
        }

        // Noted too, or it would be tried again and again.
        if (collations.IsEmpty)
        {
            await WriteAsync(statements, number, 0, 0, CollationSummary.None, revision, now, cancel);
        }
    }

    private static ValueTask WriteAsync(Statements statements, long number, int source, int edition, CollationSummary summary, long revision, DateTimeOffset now, CancellationToken cancel) => statements.RunAsync(
        cancel,
        "INSERT INTO collations (number, source, edition, revision, method, made, gravity, summary) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        number,
        (long)source,
        (long)edition,
        revision,
        (long)CuttingCollator.Method,
        now.ToUnixTimeMilliseconds(),
        (long)summary.Gravity,
        JsonSerializer.Serialize(summary, Context.CollationSummary));

    public static ValueTask RemoveAsync(Statements statements, long number, CancellationToken cancel) =>
        statements.RunAsync(cancel, "DELETE FROM collations WHERE number = @p0", number);

    public static CollationSummary Read(string json) => JsonSerializer.Deserialize(json, Context.CollationSummary)!;
}

[JsonSerializable(typeof(CollationSummary))]
internal sealed partial class CollationContext : JsonSerializerContext;
