using Cuttings.Dating;
using Cuttings.Excerpts;
using Cuttings.Import.Feeds.Dates;
using Cuttings.Import.Feeds.Markup;
using Cuttings.Vocabulary;

namespace Cuttings.Import.Feeds.Elements;

/// <summary>The fields of an element's children, each from the first key of several that says something.</summary>
internal static class Fields
{
    public static string? Line(Element of, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in of.All(key))
            {
                if (Readable.Line(Wording.Of(element)) is { } line)
                {
                    return line;
                }
            }
        }

        return null;
    }

    public static Excerpt? Excerpt(Element of, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in of.All(key))
            {
                if (Readable.Excerpt(Wording.Of(element)) is { } excerpt)
                {
                    return excerpt;
                }
            }
        }

        return null;
    }

    public static PostedDate? Date(Element of, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in of.All(key))
            {
                if (FeedDate.Read(element.Text()) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    /// <summary>The text as it stands, for ids.</summary>
    public static string? Raw(Element of, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in of.All(key))
            {
                if (element.Text() is { Length: > 0 and <= 4000 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>A language tag as written (`en_US` too), in its usual case; null where it is none.</summary>
    public static string? Language(string? written) =>
        LanguageTag.TryParse(written?.Trim().Replace('_', '-'), out var tag) ? tag : null;
}
