using System.Text.Json;
using Cuttings.Collation;
using Xunit;

namespace Cuttings.Tests.Collation;

/// <summary>The kinds of change seen in real digests, each with an example, its verdict and the warnings it must raise.</summary>
public class OperationSpecs
{
    private static readonly string List = Path.Combine(Folder.Shared, "collation/operations.json");

    public static TheoryData<string> Operations()
    {
        var names = new TheoryData<string>();
        if (File.Exists(List))
        {
            using var list = JsonDocument.Parse(File.ReadAllText(List));
            foreach (var operation in list.RootElement.EnumerateArray())
            {
                names.Add(operation.GetProperty("operation").GetString()!);
            }
        }
        else
        {
            names.Add("(absent)");
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_is_told(string name)
    {
        Assert.SkipUnless(File.Exists(List), "The list of operations is not here (CUTTINGS_SHARED).");
        using var list = JsonDocument.Parse(File.ReadAllText(List));
        var operation = list.RootElement.EnumerateArray().First(one => one.GetProperty("operation").GetString() == name);
        var source = Text(operation, "invented_source");
        source = source.Contains(" (first edition) / ", StringComparison.Ordinal) ? source[..source.IndexOf(" (first edition)", StringComparison.Ordinal)] : source;
        var headline = operation.TryGetProperty("where", out var where) && where.GetString() == "headline";
        var collated = Collator.Collate(new(Text(operation, "invented_cutting"), source) { Headline = headline });
        var wanted = operation.GetProperty("verdict").GetString();
        var sentences = headline ? [collated.Headline!] : collated.Sentences;
        Assert.Contains(wanted, sentences.Select(sentence => sentence.Verdict.ToString().ToLowerInvariant()));
        Assert.All(sentences, sentence => Assert.Contains(sentence.Verdict.ToString().ToLowerInvariant(), new[] { wanted, "verbatim" }));
        Assert.Equal(operation.GetProperty("warnings").EnumerateArray().Select(kind => kind.GetString()).Order(StringComparer.Ordinal), collated.Warnings.Select(warning => warning.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(operation.TryGetProperty("anotherEdition", out var edition) && edition.GetBoolean(), collated.AnotherEdition);
        if (operation.GetProperty("marked").GetBoolean())
        {
            Assert.Contains(sentences.SelectMany(sentence => sentence.Variants), variant => variant.Marked);
        }

        if (operation.TryGetProperty("omission", out _))
        {
            Assert.NotEmpty(collated.Omissions);
        }
    }

    private static string Text(JsonElement operation, string key) => operation.GetProperty(key).GetString()!.Replace("\\n", "\n", StringComparison.Ordinal);
}
