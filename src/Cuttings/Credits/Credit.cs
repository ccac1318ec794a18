namespace Cuttings.Credits;

/// <summary>The line that names where a cutting was taken from, as printed and as read. Title, date and address found in it belong to a <see cref="Sources.Source"/>.</summary>
public sealed record Credit
{
    /// <summary>No credit at all.</summary>
    public static Credit None { get; } = new();

    /// <summary>As printed, lines joined by LF, brackets and all; null where there is none.</summary>
    public string? Printed { get; init; }

    /// <summary>The outlet's name as this credit gives it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The writers, as printed ("A and B").</summary>
    public string? Byline { get; init; }

    /// <summary>The carrier: the paper or site that ran the outlet's copy.</summary>
    public string? Via { get; init; }
}
