namespace Cuttings.Sources;

/// <summary>Takes kept pages out of their records and makes them harmless to show. Implementations never throw for what the records hold, are bounded in time and memory, and ask the network for nothing.</summary>
public interface IKeptPages
{
    /// <summary>The page that a snapshot's WARC records hold: the payload of its response; null where there is none, or it is damaged.</summary>
    /// <param name="records">The records, gzip members one after another, as <see cref="IKeptSources.RecordsAsync"/> gives them.</param>
    /// <param name="cancel">Stops reading.</param>
    ValueTask<KeptPage?> OpenAsync(ReadOnlyMemory<byte> records, CancellationToken cancel = default);

    /// <summary>The page without anything that runs or asks for something; null where it is no page to be shown (a picture, a PDF), or too long.</summary>
    InertPage? Inert(KeptPage page);
}

/// <summary>A page as it was received.</summary>
/// <param name="Address">The address that answered.</param>
/// <param name="ContentType">The Content-Type, as sent.</param>
/// <param name="Body">The body, content encodings undone: the bytes that <see cref="Snapshot.Digest"/> is of.</param>
public sealed record KeptPage(string Address, string? ContentType, ReadOnlyMemory<byte> Body);

/// <summary>A kept page made harmless.</summary>
/// <param name="Html">What stood in its body, as well-nested HTML of plain elements that can be put into a page as it is.</param>
public sealed record InertPage(string Html)
{
    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it runs from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Whether it was too long to be shown to its end.</summary>
    public bool CutOff { get; init; }
}
