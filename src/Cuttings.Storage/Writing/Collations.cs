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

        foreach (var collation in CuttingCollator.Collate(cutting))
        {
            var summary = CollationSummary.Of(collation.Collated);
            await statements.RunAsync(
                cancel,
                "INSERT INTO collations (number, source, edition, revision, method, made, gravity, summary) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
                number,
                (long)collation.Source,
                (long)collation.Edition,
                revision,
                (long)CuttingCollator.Method,
                now.ToUnixTimeMilliseconds(),
                (long)summary.Gravity,
                JsonSerializer.Serialize(summary, Context.CollationSummary));
        }
    }

    public static ValueTask RemoveAsync(Statements statements, long number, CancellationToken cancel) =>
        statements.RunAsync(cancel, "DELETE FROM collations WHERE number = @p0", number);

    public static CollationSummary Read(string json) => JsonSerializer.Deserialize(json, Context.CollationSummary)!;
}

[JsonSerializable(typeof(CollationSummary))]
internal sealed partial class CollationContext : JsonSerializerContext;
