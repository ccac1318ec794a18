using Cuttings.Archiving;
using Cuttings.Duplicates;
using Cuttings.Sources;
using Cuttings.Vocabulary;
using Cuttings.Web.Site.Collation;

namespace Cuttings.Web.Site.Sources;

/// <summary>The link from a cutting to the article it was cut from, and to our copy of it. Where the article is gone the link leads to the copy, and says so.</summary>
internal static class OriginalLink
{
    /// <summary>What a link says to an article without a title.</summary>
    public const string Unnamed = "the original";

    private const int MostLooks = 200;

    /// <summary>Links to one source of a cutting, as HTML.</summary>
    /// <param name="context">The page.</param>
    /// <param name="stored">The cutting.</param>
    /// <param name="cited">The source, as the cutting has it.</param>
    /// <param name="text">What the link says.</param>
    /// <param name="cancel">Stops asking.</param>
    public static async ValueTask<(string Html, bool IsGone)> WriteAsync(Context context, StoredCutting stored, Source cited, string text, CancellationToken cancel)
    {
        var plain = $"<a rel=\"noreferrer external\" href=\"{Page.Encode(cited.Url)}\">{Page.Encode(text)}</a>";
        var sources = context.Archive.Sources;
        if (CanonicalAddress.Of(cited.Url) is not { } key || await sources.FindByKeyAsync(key, cancel) is not { } source || !await sources.IsCitedAsync(source.Id, cancel))
        {
            return (plain, false);
        }

        var moved = source.MovedTo is { } to && source.State == SourceState.Alive ? $" · moved to <a rel=\"noreferrer external\" href=\"{Page.Encode(to)}\">{Page.Encode(to)}</a>" : "";
        var last = source.Editions > 0 ? await sources.LastEditionAsync(source.Id, cancel) : null;
        var copy = last is null ? PublicSource.PathOf(source.Id) : await CopyAsync(context, stored, source, last, cancel);
        var named = last is null ? "" : Moments.Copy(last.Captured, source.Editions > 1 ? await sources.CapturesAsync(source.Id, cancel) : []);
        if (source.State is not (SourceState.Gone or SourceState.SoftGone or SourceState.Parked))
        {
            return (plain + moved + (last is null ? "" : $" · <a href=\"{copy}\">our copy of {named}</a>"), false);
        }

        var standing = SourceStanding.Of(source, await sources.LooksAsync(source.Id, MostLooks, cancel));
        var said = standing.Sentence().TrimEnd('.');
        return last is null
            ? ($"{(text == Unnamed ? "" : Page.Encode(text) + " · ")}{said}; <a href=\"{copy}\">no copy of it is kept</a>", true)
            : ($"{(text == Unnamed ? "" : $"<a href=\"{copy}\">{Page.Encode(text)}</a> · ")}{said}; <a href=\"{copy}\">our copy of {named}</a>", true);
    }

    // The page itself where its outlet lets it be shown, else what is known of it.
    private static async ValueTask<string> CopyAsync(Context context, StoredCutting stored, KeptSource source, KeptEdition last, CancellationToken cancel) =>
        await SourceRules.OfAsync(context, source, [stored], cancel) != SourceRule.Full ? PublicSource.PathOf(source.Id)
        : context.Pages is not null && last.Snapshot is not null ? PublicSource.PathOf(source.Id, last.Number) + "/page"
        : PublicSource.PathOf(source.Id, last.Number);
}
