using Cuttings.Dating;

namespace Cuttings.Credits;

/// <summary>What a credit line says, once read; anything it does not say is null.</summary>
/// <param name="Outlet">The newspaper, agency or site.</param>
/// <param name="Byline">The writers, as printed.</param>
/// <param name="Via">The carrier.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Published">When the article was published.</param>
/// <param name="Url">The article's address.</param>
public sealed record ReadCredit(string? Outlet, string? Byline = null, string? Via = null, string? Title = null, PostedDate? Published = null, string? Url = null);
