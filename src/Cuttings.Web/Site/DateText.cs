using Cuttings.Dating;

namespace Cuttings.Web.Site;

/// <summary>A posted date for readers: a day in words, anything less certain as it is.</summary>
internal static class DateText
{
    public static string Of(PostedDate posted) =>
        posted.Text.Length >= 10 && char.IsAsciiDigit(posted.Text[^1]) && posted.Text.Length == 10 || posted.Earliest == posted.Latest ? posted.Earliest.ToString("d MMMM yyyy") : posted.Text;
}
