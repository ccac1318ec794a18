using Cuttings.Dating;
using Cuttings.Vocabulary;

namespace Cuttings.Listing;

/// <summary>A published cutting from another copy of the same story, as it is named beside the one that leads.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Headline">Its headline, plain text.</param>
/// <param name="Outlet">Where it was taken from, or null.</param>
/// <param name="Posted">Its posted date, or null.</param>
public sealed record ListedCopy(string Slug, string Headline, Term? Outlet, PostedDate? Posted);
