namespace Cuttings.Web.Site.Sources;

/// <summary>What lies below `/source`.</summary>
internal static class SourceAddresses
{
    public static async ValueTask<Answer?> AnswerAsync(Context context, string[] parts, CancellationToken cancel)
    {
        var json = parts is [var last] && last.EndsWith(".json", StringComparison.Ordinal);
        if (parts is not [var first, .. var rest] || Number(json ? first[..^5] : first) is not { } id || await PublicSource.FindAsync(context, id, cancel) is not { } source)
        {
            return null;
        }

        return rest switch
        {
            [] => json ? SourceJson.Answer(context, source) : SourcePage.Answer(context, source),
            ["edition", var number] when At(source, number) is { } at => EditionPage.Answer(context, source, at),
            ["edition", var number, "page"] when At(source, number) is { } at => await KeptCopyPage.AnswerAsync(context, source, at, cancel),
            ["edition", var number, "token"] when At(source, number) is { } at => Token(source, at),
            _ => null,
        };
    }

    // RFC 3161 gives a whole reply a media type, not the token alone: it is a signed message (RFC 5751).
    private static Answer? Token(PublicSource source, int at) =>
        source.Snapshots[at]?.Timestamp is { } token ? new(200, "application/pkcs7-signature", token.ToArray()) : null;

    private static int? At(PublicSource source, string number) =>
        Number(number) is { } n && source.Editions.FindIndex(edition => edition.Number == n) is >= 0 and var at ? at : null;

    // One address for each: 05 is no other way to write 5.
    private static long? Number(string text) =>
        text.Length is > 0 and <= 18 && text[0] is >= '1' and <= '9' && text.All(char.IsAsciiDigit) ? long.Parse(text) : null;
}
