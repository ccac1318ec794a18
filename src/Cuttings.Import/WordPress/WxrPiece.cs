namespace Cuttings.Import.WordPress;

/// <summary>What the scanner came to.</summary>
internal enum WxrPiece
{
    /// <summary>A whole element.</summary>
    Element,

    /// <summary>An item inside which another one begins; the next piece is that one.</summary>
    Broken,

    /// <summary>An item longer than <see cref="WxrScanner.Longest"/>, which was passed over.</summary>
    TooLong,

    /// <summary>An item, or another element, in which the file ends.</summary>
    CutOff,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>A part of an element.</summary>
internal enum WxrPart
{
    /// <summary>A start tag: name and attributes.</summary>
    Start,

    /// <summary>An end tag, or the end of an empty element.</summary>
    End,

    /// <summary>Text with entities.</summary>
    Text,

    /// <summary>Text as it stands.</summary>
    CData,
}

/// <summary>A part of an element, by its place in it.</summary>
/// <param name="Part">What it is.</param>
/// <param name="At">Where its text, or its name, begins.</param>
/// <param name="Length">Its length; of a tag, up to its `&gt;`.</param>
/// <param name="Name">The length of a tag's name.</param>
internal readonly record struct WxrToken(WxrPart Part, int At, int Length, int Name = 0);
