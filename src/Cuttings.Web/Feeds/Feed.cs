using Cuttings.Listing;

namespace Cuttings.Web.Feeds;

/// <summary>A page of a feed that we publish, before it takes a form.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Home">The absolute address of the same list for readers.</param>
/// <param name="Items">The cuttings, each with what of it is shown, credit included.</param>
/// <param name="Self">Its own absolute address.</param>
/// <param name="First">The absolute address of its first page.</param>
/// <param name="Next">The absolute address of the page that follows, or null.</param>
internal sealed record Feed(string Title, string Home, IReadOnlyList<(ListedCutting Cutting, string Html)> Items, string Self, string First, string? Next);
