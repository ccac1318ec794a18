using System.Collections.Frozen;

namespace Cuttings.Duplicates;

/// <summary>Parameters that say how a reader came, or in which form a page is shown, and never which article it is. Data, with the reason above each line.</summary>
internal static class Tracking
{
    private static readonly string[] Beginnings =
    [
        // Campaigns: Google Analytics (utm_), Matomo (mtm_, pk_, piwik_), HubSpot (hsa_), Adobe (sc_), Oracle (elq), Wicked Reports, Vero, Branch, BBC and Guardian (at_), AMP's own.
        "utm_", "mtm_", "pk_", "piwik_", "hsa_", "wickedid", "vero_", "_branch_", "at_", "amp_", "__twitter_", "__tn__", "fb_", "trk_", "mkt_", "oly_",
    ];

    private static readonly FrozenSet<string> Always = Set(
        // Click ids: Facebook, Google, Microsoft, Yandex, TikTok, Twitter, Instagram, Pinterest, LinkedIn, Reddit, Snapchat, Baidu.
        "fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid ttclid twclid igshid igsh epik li_fat_id rdt_cid sccid bd_vid _openstat",
        // Newsletters: Mailchimp, HubSpot, Marketo, ActiveCampaign, Drip, Constant Contact, Klaviyo, Bronto, Sailthru.
        "mc_cid mc_eid _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok vgo_ee __s _ke _kx _bta_tid _bta_c sailthru_id",
        // Analytics: Google's linker, Adobe's campaign, Webtrends, Chartbeat, Comscore, Naver, Kakao.
        "_ga _gl _gac s_cid s_kwcid ef_id wt.mc_id wt_mc ns_mchannel ns_source ns_campaign ns_linkname ns_fee ns_mail n_media n_query n_rank n_ad_group n_ad n_keyword_id n_keyword n_campaign_type napm kakao_agent",
        // Shares and their buttons.
        "share_source share_medium share_id share_token shareadraft smid smtyp sref xtor xtcr spm scm ito icid cmpid cmp_id ocid ncid wpisrc wpmm partner_source mibextid rss_source feature.share nclick_check tsrc guccounter guce_referrer guce_referrer_sig soc_src soc_trk",
        // Google's own, on AMP pages and in results.
        "usqp ved ei sa_ust gws_rd aqs sourceid",
        // Sessions, and numbers that only defeat caches.
        "phpsessid jsessionid aspsessionid sessionid session_id _nocache nocache cachebuster cache_buster _dc",
        // Answers to a comment form and to a consent banner.
        "replytocom unapproved moderation-hash gdpr_consent cookieconsent");

    private static readonly FrozenSet<string> Perhaps = Set(
        // Used by most as marks of a campaign, by some sites for what they show: dropped where the path or another parameter names the article.
        "ref refer referrer referer ref_src ref_url cmp cid cmpid from via source src rss feed partner campaign medium social share s_campaign mode_from outputtype_from origin ab pos section_from rsstype");

    private static readonly FrozenSet<string> Forms = Set("amp=1 amp=true amp=yes amp= outputtype=amp output=amp outputtype=amp-type print=1 print=true print=y print=yes printable=yes printable=1 printmode=1 print_view=1 view=print output=print device=mobile mobile=1 mobile=true");

    /// <summary>True where the parameter never tells an article.</summary>
    public static bool IsAlways(string name, string value)
    {
        var plain = name.ToLowerInvariant();
        return Always.Contains(plain)
            || Array.Exists(Beginnings, beginning => plain.StartsWith(beginning, StringComparison.Ordinal))
            || (value.Length <= 10 && Forms.Contains($"{plain}={value.ToLowerInvariant()}"));
    }

    /// <summary>True where it does not, if something else in the address does.</summary>
    public static bool IsPerhaps(string name, string value) => value.Length == 0 ? Perhaps.Contains(name.ToLowerInvariant()) : Perhaps.Contains(name.ToLowerInvariant()) && !IsNumber(value);

    // ?cid=48213 may well be the article; ?cid=newsletter is not.
    private static bool IsNumber(string value) => value.Length >= 3 && value.All(char.IsAsciiDigit);

    private static FrozenSet<string> Set(params string[] lines) => lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
