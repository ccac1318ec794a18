using AngleSharp.Dom;
using Cuttings.Excerpts;

namespace Cuttings.Import.Pages.Body;

/// <summary>The main text of a page, and what stood around it.</summary>
/// <param name="Excerpt">The text as blocks, without title, standfirst, byline, date and captions.</param>
/// <param name="Root">The element that holds it.</param>
/// <param name="Standfirst">The standfirst, where one stands above the text.</param>
/// <param name="CreditLine">The credit that ends it, as printed, such as `(Yonhap)`.</param>
/// <param name="CaptionOfLead">The caption of the picture that leads it.</param>
/// <param name="Truncated">Whether the page itself says that the text goes on elsewhere.</param>
/// <param name="Confidence">0 to 1: how far this looks like an article rather than a listing.</param>
internal sealed record FoundBody(Excerpt Excerpt, IElement Root, string? Standfirst, string? CreditLine, string? CaptionOfLead, bool Truncated, double Confidence);
