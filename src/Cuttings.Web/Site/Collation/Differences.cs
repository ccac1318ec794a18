using System.Text;
using Cuttings.Collation;

namespace Cuttings.Web.Site.Collation;

/// <summary>Words taken, left out and put in, as HTML that says so in words too: it must read well without a style sheet and aloud.</summary>
internal static class Differences
{
    public static void LeftOut(StringBuilder html, string words, bool marked) =>
        html.Append("<del").Append(marked ? " class=\"marked\"" : "").Append("><span class=\"unseen\">[left out").Append(marked ? ", marked" : "").Append(": </span>").Append(Text(words)).Append("<span class=\"unseen\">]</span></del>");

    /// <param name="html">The page.</param>
    /// <param name="variant">What was put in.</param>
    /// <param name="brackets">Whether the brackets of the excerpt are to be set too.</param>
    public static void PutIn(StringBuilder html, Variant variant, bool brackets)
    {
        if (variant.Cutting.Length > 0)
        {
            html.Append("<ins").Append(variant.Marked ? " class=\"marked\"" : "").Append("><span class=\"unseen\">[").Append(variant.Kind == VariantKind.Transposition ? "moved here" : variant.Source.Length > 0 ? "became" : "put in").Append(variant.Marked ? ", marked" : "").Append(": </span>").Append(brackets && Bracketed(variant) ? $"[{Text(variant.Cutting)}]" : Text(variant.Cutting)).Append("<span class=\"unseen\">]</span></ins>");
        }
    }

    // What the excerpt shows as put in stands in brackets there.
    private static bool Bracketed(Variant variant) => variant.Marked && variant.Kind is VariantKind.Addition or VariantKind.Substitution && char.IsLetterOrDigit(variant.Cutting[0]) && !variant.Cutting.Contains('[');

    public static void Warnings(StringBuilder html, IEnumerable<Warning> warnings, string about)
    {
        foreach (var warning in warnings)
        {
            html.Append("<p class=\"warning\"><strong>").Append(Name(warning.Kind)).Append("</strong>").Append(about.Length == 0 ? "" : $" <span class=\"about\">({about})</span>").Append(" · ").Append(Text(warning.Text)).Append("</p>");
        }
    }

    /// <summary>A kind as it stands on pages.</summary>
    public static string Name(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');

    /// <summary>Text on one line.</summary>
    public static string Text(string text) => Page.Encode(text.Replace('\n', ' '));

    /// <summary>Whether a variant says that a whole sentence stands in another place.</summary>
    public static bool MovesAll(CollatedSentence sentence, Variant variant) => variant.Kind == VariantKind.Transposition && variant.CuttingAt == sentence.Cutting;
}
