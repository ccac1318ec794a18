using Cuttings.Importing;

namespace Cuttings.Import.SavedPages;

/// <summary>What was read from a page saved as text.</summary>
/// <param name="Cuttings">The cuttings, in the page's order.</param>
/// <param name="Report">One line for every line of the input.</param>
/// <param name="Beside">What could not be told: posts that may be two, text that belongs to none. Notes, or a failure where a post may be lost.</param>
public sealed record SavedPage(IReadOnlyList<Incoming> Cuttings, IReadOnlyList<ReportLine> Report, IReadOnlyList<ReadItem> Beside);

/// <summary>What became of a line of the input.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Text">As it stood, without its line end.</param>
/// <param name="As">`headline`, `paragraph`, `credit`, `furniture: older posts`, `blank`, …</param>
public readonly record struct ReportLine(int Line, string Text, string As);
