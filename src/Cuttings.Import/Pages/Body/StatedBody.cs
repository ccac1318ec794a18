using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Cuttings.Import.Pages.Body;

/// <summary>The text that a page states in its JSON-LD (schema.org `articleBody`), with which what was found is checked. It is often short, or has captions in it: the page goes before it.</summary>
internal sealed class StatedBody
{
    private const float Shortest = 300;
    private const int LongestBeginning = 80;
    private const long MostLookedThrough = 2_000_000_000;
    private const float MostOfIt = 0.6f;

    private readonly string plain;
    private readonly float weight;

    private StatedBody(string text)
    {
        Text = text;
        plain = Lines.Plain(text);
        weight = TextWeight.Of(text).Weight;
    }

    /// <summary>The text, its paragraphs parted by line ends where it has them.</summary>
    public string Text { get; }

    /// <summary>The longest that a page states; null for none worth asking.</summary>
    public static StatedBody? Of(IDocument page) =>
        Of(page.GetElementsByTagName("script").Where(script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true).Select(script => script.TextContent));

    /// <summary>The longest that a page's JSON-LD states; null for none worth asking.</summary>
    public static StatedBody? Of(IEnumerable<string> linkedData)
    {
        var longest = "";
        foreach (var json in linkedData)
        {
            longest = json.Contains("\"articleBody\"", StringComparison.Ordinal) ? Longest(json, longest) : longest;
        }

        var text = longest.Contains('<', StringComparison.Ordinal) ? Untagged(longest) : WebUtility.HtmlDecode(longest);
        return TextWeight.Of(text).Weight < Shortest ? null : new(text);
    }

    /// <summary>The blocks of the page that are stated; empty where too few of them are there to go by.</summary>
    public HashSet<TextBlock> FindIn(PageTree tree)
    {
        var found = new HashSet<TextBlock>();
        var (sum, looked) = (0f, 0L);
        foreach (var block in tree.Blocks)
        {
            if ((looked += plain.Length) > MostLookedThrough)
            {
                break;
            }

            if (block.Weight.Weight < 30 || block.LinkShare > 0.9f)
            {
                continue;
            }

            var begins = Lines.Plain(BodyBlocks.TextOf(tree, block));
            if (begins.Length > 12 && plain.Contains(begins[..Math.Min(begins.Length, LongestBeginning)], StringComparison.Ordinal) && found.Add(block))
            {
                sum += block.Weight.Weight;
            }
        }

        return sum >= MostOfIt * weight ? found : [];
    }

    /// <summary>Whether the stated text ends with this block.</summary>
    public bool EndsWith(string text)
    {
        var end = Lines.Plain(text);
        end = end.Length > LongestBeginning ? end[^LongestBeginning..] : end;
        return plain.LastIndexOf(end, StringComparison.Ordinal) is >= 0 and var at && at + end.Length > plain.Length * 0.97;
    }

    /// <summary>Whether it says much more than was found on the page.</summary>
    public bool SaysMoreThan(float found) => weight > 2 * Math.Max(found, 150);

    private static string Longest(string json, string longest)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("articleBody"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    longest = reader.GetString() is { } body && body.Length > longest.Length ? body : longest;
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // What came before the damage counts.
        }

        return longest;
    }

    private static string Untagged(string html)
    {
        try
        {
            return Html.ExcerptSanitizer.Sanitize(html).ToText();
        }
        catch (CuttingsException)
        {
            return "";
        }
    }
}
