using System.Text;

namespace Cuttings.Import.SavedPages;

/// <summary>The form in which a page prints its dates: all of one page's own dates have one.</summary>
internal static class DateShape
{
    /// <summary>`3 May 2026`, `14 March 2026` and `2 Sept. 2026` are of one shape, `12/14/2008` is of another.</summary>
    public static string Of(string date)
    {
        var shape = new StringBuilder(date.Length);
        foreach (var sign in date)
        {
            var kind = char.IsAsciiDigit(sign) ? '0' : char.IsLetter(sign) ? 'a' : sign;
            if (kind == '.' && shape.Length > 0 && shape[^1] == 'a')
            {
                continue;
            }

            if (shape.Length == 0 || kind is not ('0' or 'a') || shape[^1] != kind)
            {
                shape.Append(kind);
            }
        }

        return shape.ToString();
    }
}
