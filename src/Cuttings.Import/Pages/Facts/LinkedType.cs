using System.Text.Json;

namespace Cuttings.Import.Pages.Facts;

/// <summary>What an object of JSON-LD says it is, in the words of schema.org.</summary>
internal static class LinkedType
{
    private static readonly HashSet<string> ArticleTypes = new(
        ["Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "APIReference", "Report", "SocialMediaPosting", "DiscussionForumPosting", "Review", "CriticReview", "Recipe", "HowTo", "PodcastEpisode", "VideoObject", "Book", "CreativeWork", "QAPage", "Chapter"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> PageTypes = new(["WebPage", "ItemPage", "AboutPage", "ProfilePage", "FAQPage", "MedicalWebPage", "CollectionPage"], StringComparer.Ordinal);

    public static bool IsArticle(string type) => ArticleTypes.Contains(type);

    /// <summary>Whether it is a page as a whole.</summary>
    public static bool IsPage(string type) => PageTypes.Contains(type);

    /// <summary>The type, the article's where it has several; null where it has none.</summary>
    public static string? Of(JsonElement one)
    {
        if (!one.TryGetProperty("@type", out var type))
        {
            return null;
        }

        var names = LinkedValue.Items(type).Where(item => item.ValueKind == JsonValueKind.String).Take(10).Select(item => Short(item.GetString()!)).ToList();
        return names.Find(ArticleTypes.Contains) ?? names.FirstOrDefault();
    }

    private static string Short(string type) => type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..];
}
