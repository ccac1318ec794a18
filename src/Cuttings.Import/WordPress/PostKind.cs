using System.Collections.Frozen;

namespace Cuttings.Import.WordPress;

/// <summary>What an item is to an archive of cuttings.</summary>
internal enum PostKind
{
    /// <summary>A post or a page, or an item of a type of the blog's own that has an address as they have.</summary>
    Post,

    /// <summary>A file that was uploaded.</summary>
    Attachment,

    /// <summary>In the trash, or never written.</summary>
    Discarded,

    /// <summary>A line of a menu.</summary>
    Menu,

    /// <summary>An earlier state of a post.</summary>
    Revision,

    /// <summary>What WordPress, a theme or a plugin keeps for itself: templates, styles, forms and what was sent with them, orders.</summary>
    Inner,
}

/// <summary>Tells by type and status.</summary>
internal static class PostKinds
{
    private static readonly FrozenSet<string> Inner = FrozenSet.Create(
        StringComparer.Ordinal,
        "custom_css", "customize_changeset", "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
        "feedback", "jetpack_migration", "jp_pay_order", "jp_pay_product", "jp_mem_plan", "nf_sub", "wpforms", "wpforms_log", "wpcf7_contact_form", "flamingo_contact", "flamingo_inbound", "flamingo_outbound", "mc4wp-form",
        "acf", "acf-field", "acf-field-group", "shop_order", "shop_order_refund", "shop_coupon", "edd_payment", "elementor_library", "elementor_snippet", "et_pb_layout", "fl-builder-template", "vc_grid_item",
        "tablepress_table", "ml-slider", "ml-slide", "soliloquy", "safecss", "polylang_mo", "reply", "topic", "forum", "spucpt", "popup", "scheduled-action", "vip-legacy-redirect", "redirect_rule", "syndication_log");

    public static PostKind Of(WxrItem item) => item.Type switch
    {
        "attachment" => PostKind.Attachment,
        "nav_menu_item" => PostKind.Menu,
        "revision" => PostKind.Revision,
        _ when item.Status is "trash" || (item.Status is "auto-draft" or "inherit" && item.Content.AsSpan().IsWhiteSpace()) => PostKind.Discarded,
        _ when Inner.Contains(item.Type) => PostKind.Inner,
        _ => PostKind.Post,
    };

    /// <summary>Where it stands here. Only what everybody could read becomes public: what has a password, is private, or is of a type without an address of its own becomes a draft.</summary>
    public static CuttingStatus StatusOf(WxrItem item) => item.Status switch
    {
        _ when item.HasPassword || !HasAddress(item) => CuttingStatus.Draft,
        "publish" => CuttingStatus.Published,
        "future" => CuttingStatus.Scheduled,
        "pending" => CuttingStatus.Review,
        _ => CuttingStatus.Draft,
    };

    private static bool HasAddress(WxrItem item) => item.Type is "post" or "page"
        || (Uri.TryCreate(item.Link, UriKind.Absolute, out var link) && link.AbsolutePath.Trim('/').Length > 0 && !link.Query.Contains("post_type=", StringComparison.Ordinal));
}
