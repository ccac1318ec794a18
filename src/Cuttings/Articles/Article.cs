using System.Collections.Immutable;
using Cuttings.Credits;
using Cuttings.Dating;
using Cuttings.Excerpts;

namespace Cuttings.Articles;

/// <summary>What somebody published at one address, as far as it could be read from a page, a feed or a web archive. Nothing in it is guessed: what could not be told is null or empty.</summary>
public sealed record Article
{
    /// <summary>Whether it is an article to cut from, or a digest's own post, which is a cutting already.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>The title, plain text, without the site's name; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The main text as blocks, without title, standfirst, byline, date and captions. Rows of a table are paragraphs whose cells are parted by ` | `.</summary>
    public required Excerpt Body { get; init; }

    /// <summary>The standfirst: the sentence or two between title and text.</summary>
    public string? Standfirst { get; init; }

    /// <summary>Who wrote it, a name each, without "By" and without titles of office.</summary>
    public ImmutableArray<string> Writers { get; init; } = [];

    /// <summary>When it was first published.</summary>
    public PostedDate? Published { get; init; }

    /// <summary>When it was last changed, where it says so.</summary>
    public PostedDate? Modified { get; init; }

    /// <summary>The newspaper, agency, broadcaster or site.</summary>
    public string? Outlet { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>Its address (absolute http or https): the canonical one where the page names one.</summary>
    public string? Address { get; init; }

    /// <summary>Its leading picture.</summary>
    public ArticleImage? Image { get; init; }

    /// <summary>The credit that stands with it (agency copy; the article that a post was cut from).</summary>
    public Credit Credit { get; init; } = Credit.None;

    /// <summary>The address of the article that a post was cut from.</summary>
    public string? Original { get; init; }

    /// <summary>Its id where it came from: a feed's guid, a WordPress post's number.</summary>
    public string? Id { get; init; }

    /// <summary>Categories or sections, as named there.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Tags or keywords, as named there.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Whether the text is known to end before the article does: a paywall, a feed's teaser.</summary>
    public bool Truncated { get; init; }

    /// <summary>The writers as one line: `A`, `A and B`, `A, B and C`; null for none.</summary>
    public string? Byline => Writers.Length switch
    {
        0 => null,
        1 => Writers[0],
        _ => string.Join(", ", Writers[..^1]) + " and " + Writers[^1],
    };
}

/// <summary>What an article is to a cuttings archive.</summary>
public enum ArticleKind
{
    /// <summary>An outlet's article, to cut from.</summary>
    Article,

    /// <summary>A post of a digest or blog, itself a cutting.</summary>
    Post,
}

/// <summary>A picture that stands with an article.</summary>
/// <param name="Address">Absolute http or https.</param>
/// <param name="Alternative">The alt text.</param>
/// <param name="Caption">The caption.</param>
public sealed record ArticleImage(string Address, string? Alternative = null, string? Caption = null);
