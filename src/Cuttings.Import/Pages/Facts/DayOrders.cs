namespace Cuttings.Import.Pages.Facts;

/// <summary>Tells in which order a page writes 03/04/2020: by its other dates, else by its country or language, else not at all.</summary>
internal static class DayOrders
{
    private static readonly HashSet<string> MonthFirst = new(["us", "ph", "fm", "gov", "mil", "edu"], StringComparer.Ordinal);
    private static readonly HashSet<string> DayFirstHosts = new(["uk", "au", "nz", "ie", "in", "za", "ke", "ng", "gh", "sg", "my", "hk", "pk", "bd", "lk", "eu", "fr", "de", "es", "it", "pt", "br", "ar", "mx", "cl", "pe", "ve", "nl", "be", "at", "ch", "pl", "cz", "sk", "ru", "ua", "gr", "tr", "se", "no", "dk", "fi", "ro", "bg", "vn", "id", "th", "il", "eg", "ma"], StringComparer.Ordinal);
    private static readonly HashSet<string> DayFirstLanguages = new(["fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "el", "tr", "sv", "da", "no", "nb", "fi", "ro", "bg", "vi", "id", "ms", "he", "ar", "ca", "gl", "hr", "sr", "sl", "th"], StringComparer.Ordinal);

    /// <param name="page">The page.</param>
    /// <param name="known">A date that is known surely: whichever order makes a printed date the same day is the page's.</param>
    /// <param name="language">The page's language tag.</param>
    /// <param name="host">Its host.</param>
    public static DayOrder Of(ScannedPage page, FoundDate? known, string? language, string host)
    {
        var shown = DayOrder.Unknown;
        foreach (var line in page.Lines.Where(line => line.Text.Length < 200).Take(2000))
        {
            var order = DatesInText.OrderShown(line.Text);
            if (order != DayOrder.Unknown && shown != DayOrder.Unknown && order != shown)
            {
                return DayOrder.Unknown;
            }

            shown = order == DayOrder.Unknown ? shown : order;
            if (known is { IsDay: true } day && line.Text.Contains('/'))
            {
                foreach (var one in (ReadOnlySpan<DayOrder>)[DayOrder.DayFirst, DayOrder.MonthFirst])
                {
                    if (day.Day != day.Month && DatesInText.Find(line.Text, one).Exists(date => !date.IsSure && date.Date.SameDay(day)))
                    {
                        return one;
                    }
                }
            }
        }

        return shown != DayOrder.Unknown ? shown : ByPlace(language, host);
    }

    private static DayOrder ByPlace(string? language, string host)
    {
        var top = host[(host.LastIndexOf('.') + 1)..];
        var parts = (language ?? "").ToLowerInvariant().Split('-', '_');
        var region = parts.Length > 1 ? parts[^1] : "";
        return MonthFirst.Contains(top) ? DayOrder.MonthFirst
            : DayFirstHosts.Contains(top) || DayFirstLanguages.Contains(parts[0]) ? DayOrder.DayFirst
            : parts[0] == "en" && region is "us" or "ph" ? DayOrder.MonthFirst
            : parts[0] == "en" && region.Length == 2 && region != "ca" ? DayOrder.DayFirst
            : DayOrder.Unknown;
    }
}
