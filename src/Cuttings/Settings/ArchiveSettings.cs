namespace Cuttings.Settings;

/// <summary>The settings of an archive; they live in it. Names on the command line are these in kebab-case: `base-address`, `page-length`.</summary>
public sealed record ArchiveSettings
{
    /// <summary>The archive's title.</summary>
    public string Title { get; init; } = "Cuttings";

    /// <summary>One line under the title.</summary>
    public string Description { get; init; } = "";

    /// <summary>The public base address, `https://example.org`, without a slash at its end; null: taken from the request.</summary>
    public string? BaseAddress { get; init; }

    /// <summary>The SOCKS5 proxy that everything fetched goes through, `socks5://127.0.0.1:9050`; null: connect directly.</summary>
    public string? Proxy { get; init; }

    /// <summary>IANA time zone in which days begin.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>BCP 47 language of the interface and of cuttings that name none.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Cuttings on a list page, 1 to 100.</summary>
    public int PageLength { get; init; } = 20;

    /// <summary>The address (http or https) of a time-stamping authority (RFC 3161) that signs the digests of kept pages; null for none.</summary>
    public string? TimestampServer { get; init; }

    /// <summary>The about page, Markdown.</summary>
    public string About { get; init; } = "";

    /// <summary>The privacy page, Markdown; empty: a true statement of what this program keeps.</summary>
    public string Privacy { get; init; } = "";

    /// <summary>The takedown page, Markdown: how to ask for a cutting to be withdrawn.</summary>
    public string Takedown { get; init; } = "";
}
