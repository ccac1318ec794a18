namespace Cuttings.Import.Fetching.Answers;

/// <summary>How much of a body is taken.</summary>
/// <param name="CutsOff">Whether what goes beyond is left away instead of refused, as with robots.txt.</param>
internal readonly record struct BodyLimits(int Received, int Body, int Growth, int Encodings, bool CutsOff);
