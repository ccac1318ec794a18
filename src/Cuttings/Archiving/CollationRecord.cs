using Cuttings.Collation;
using Cuttings.Vocabulary;

namespace Cuttings.Archiving;

/// <summary>A collation as the archive keeps it: which cutting, at which revision, with which edition of which source, and what came of it.</summary>
/// <param name="Number">The cutting.</param>
/// <param name="Id">Its public id.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Author">Who cut it.</param>
/// <param name="Revision">The revision of the cutting that was collated.</param>
/// <param name="Source">Which of its sources, from 0.</param>
/// <param name="Edition">Which edition of that source, from 0.</param>
/// <param name="Made">When.</param>
/// <param name="Summary">What came of it.</param>
public sealed record CollationRecord(
    long Number, string Id, string Slug, string Headline, CuttingStatus Status, Term? Outlet, Term? Author, long Revision, int Source, int Edition, DateTimeOffset Made, CollationSummary Summary);
