namespace Cuttings.Import.WebArchives;

/// <summary>What a web archive yields: a record, or damage; damage found in a record's block follows that record.</summary>
/// <param name="Record">The record, or null. Its block can be read until the next item is asked for.</param>
/// <param name="Damage">What is wrong, or null.</param>
public readonly record struct WarcItem(WarcRecord? Record, Damage? Damage);

/// <summary>Something that is wrong in a web archive; what stands before and after it is read.</summary>
/// <param name="Offset">Where in the file, in bytes: of the record, or of the gzip member that holds it.</param>
/// <param name="Why">One sentence.</param>
/// <param name="TargetUri">What was captured there, where that is known.</param>
public sealed record Damage(long Offset, string Why, string? TargetUri = null);
