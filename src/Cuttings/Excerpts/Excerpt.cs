using System.Collections.Immutable;

namespace Cuttings.Excerpts;

/// <summary>The text taken, as blocks. Equal excerpts have equal blocks in the same order.</summary>
public sealed class Excerpt : IEquatable<Excerpt>
{
    /// <summary>An excerpt of these blocks.</summary>
    public Excerpt(IEnumerable<Block> blocks) => Blocks = [.. blocks];

    /// <summary>The blocks, in order.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>Plain paragraphs.</summary>
    public static Excerpt OfParagraphs(params IEnumerable<string> paragraphs) => new(paragraphs.Select(Block.Paragraph));

    /// <summary>The plain text, blocks joined by a blank line.</summary>
    public string ToText() => string.Join("\n\n", Blocks.Select(block => block.Html.ToText()));

    /// <summary>True where it has only paragraphs, and they say no more than their plain text.</summary>
    public bool IsPlain() => Blocks.All(block => block.Kind == BlockKind.Paragraph && InlineHtml.FromText(block.Html.ToText()) == block.Html);

    /// <summary>The canonical HTML: p, blockquote of p, ul, ol, h3, with no white space between. <see cref="ExcerptHtml"/> writes and reads it.</summary>
    public string ToHtml() => ExcerptHtml.Write(Blocks);

    /// <summary>Reads back what <see cref="ToHtml"/> wrote.</summary>
    public static Excerpt FromHtml(string canonical) => new(ExcerptHtml.Read(canonical));

    /// <inheritdoc />
    public bool Equals(Excerpt? other) => other is not null && Blocks.SequenceEqual(other.Blocks);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Excerpt);

    /// <inheritdoc />
    public override int GetHashCode() => Blocks.Length == 0 ? 0 : HashCode.Combine(Blocks.Length, Blocks[0]);
}
