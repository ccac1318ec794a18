using Cuttings.Credits;

namespace Cuttings.Import.Pages;

/// <summary>Reads the credit line that stood with an article.</summary>
internal static class ArticleCredit
{
    public static Credit Of(string line)
    {
        var read = CreditReader.Below(line) ?? CreditReader.Above(line) ?? CreditReader.AtEnd(line)?.Credit;
        return new() { Printed = line, Outlet = read?.Outlet, Byline = read?.Byline, Via = read?.Via };
    }
}
