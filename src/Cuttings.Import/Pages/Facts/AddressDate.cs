using System.Text.RegularExpressions;

namespace Cuttings.Import.Pages.Facts;

/// <summary>The date in an address: `/2020/09/27/`, `/2020/sep/27/`, `/2020/world/09/27/`, `/2020-09-27-`, `/20200927/`.</summary>
internal static partial class AddressDate
{
    /// <summary>To the day, or to the month for `/2020/09/`; null where there is none.</summary>
    public static FoundDate? Read(string? address)
    {
        if (address is null || address.Length > 4000 || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var path = uri.AbsolutePath;
        foreach (var form in (ReadOnlySpan<Regex>)[Parts(), Parted(), Joined(), Run()])
        {
            if (form.Match(path) is { Success: true } match && Month(match.Groups[2].Value) is var month and > 0
                && FoundDate.Of(int.Parse(match.Groups[1].Value), month, int.Parse(match.Groups[3].Value)) is { } day)
            {
                return day;
            }
        }

        return MonthOnly().Match(path) is { Success: true } only && Month(only.Groups[2].Value) is var one and > 0 and <= 12 ? new FoundDate(int.Parse(only.Groups[1].Value), one, 0) : null;
    }

    private static int Month(string text) => char.IsAsciiDigit(text[0]) ? int.Parse(text) : MonthNames.Of(text);

    [GeneratedRegex(@"/((?:19|20)\d{2})/(\d{1,2}|[a-z]{3,9})/(\d{1,2})(?=/|$|-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"/((?:19|20)\d{2})/[a-z][a-z._-]{1,30}/(\d{2})/(\d{2})(?=/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parted();

    [GeneratedRegex(@"[/_-]((?:19|20)\d{2})[-_](\d{2})[-_](\d{2})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Run();

    [GeneratedRegex(@"/((?:19|20)\d{2})/(\d{2}|[a-z]{3,9})(?=/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthOnly();
}
