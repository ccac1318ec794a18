using System.Globalization;

namespace Cuttings.Web.Site;

/// <summary>The language of a part of a page.</summary>
internal static class Languages
{
    private static readonly string[] RightToLeft = ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

    /// <summary>The attributes that name a language, or nothing.</summary>
    public static string Attributes(string? language) => language is null ? "" : $" lang=\"{Page.Encode(language)}\"{(RightToLeft.Contains(language.Split('-')[0], StringComparer.OrdinalIgnoreCase) ? " dir=\"rtl\"" : "")}";

    /// <summary>A language's English name, or its BCP 47 tag where this machine knows none.</summary>
    public static string Name(string language)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(language, predefinedOnly: true).EnglishName;
            return name.StartsWith("Invariant", StringComparison.Ordinal) || name.StartsWith("Unknown", StringComparison.Ordinal) ? language : name;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }
}
