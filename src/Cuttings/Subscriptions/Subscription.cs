using Cuttings.Fetching;

namespace Cuttings.Subscriptions;

/// <summary>A feed that the desk follows.</summary>
public sealed record Subscription
{
    /// <summary>The archive's number for it; 0 until it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The feed's address (absolute http or https).</summary>
    public required string Address { get; init; }

    /// <summary>Its title: as the feed has it, or as the desk named it.</summary>
    public string? Title { get; init; }

    /// <summary>The page it belongs to.</summary>
    public string? Site { get; init; }

    /// <summary>The desk's folder for it, parts joined by a slash; empty for none.</summary>
    public string Folder { get; init; } = "";

    /// <summary>When the desk subscribed.</summary>
    public DateTimeOffset Added { get; init; }

    /// <summary>The import that brought it; null where somebody subscribed by hand.</summary>
    public long? Import { get; init; }

    /// <summary>Whether it is looked at; false where it has ended (410, expired) or was stopped.</summary>
    public bool Active { get; init; } = true;

    /// <summary>When it was last looked at; null for never.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>When it was last read without trouble.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>When it last had something new.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>When to look again; null for never.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>How many looks in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>What is wrong with it, in one sentence; null where nothing is.</summary>
    public string? Why { get; init; }

    /// <summary>The ETag of what was last read.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of what was last read.</summary>
    public string? LastModified { get; init; }

    /// <summary>What the schedule remembers of its pace, in its own form; null at first.</summary>
    public string? Pace { get; init; }

    /// <summary>How many entries it has brought.</summary>
    public long Brought { get; init; }

    /// <summary>Its WebSub hub, where it offers one.</summary>
    public string? Hub { get; init; }

    /// <summary>The address that the hub knows it by.</summary>
    public string? HubTopic { get; init; }

    /// <summary>The secret shared with the hub; never shown or exported.</summary>
    public string? HubSecret { get; init; }

    /// <summary>Until when the hub has promised to tell; null where it has not.</summary>
    public DateTimeOffset? HubUntil { get; init; }

    /// <summary>When the hub was last asked to tell; null for never.</summary>
    public DateTimeOffset? HubAsked { get; init; }

    /// <summary>When its promise is to be asked for anew.</summary>
    public DateTimeOffset? HubRenew { get; init; }

    /// <summary>The same with the hub that a feed offers now; with another one all begins anew.</summary>
    /// <param name="fetched">The answer that brought the feed.</param>
    /// <param name="feed">The feed; null where it could not be read, or is as it was: then nothing changes.</param>
    public Subscription Offered(Fetched fetched, FeedDocument? feed)
    {
        if (feed is null)
        {
            return this;
        }

        var offered = WebSub.Offered(fetched, feed);
        var (hub, topic) = (offered?.Hubs[0], offered?.Topic);
        return hub == Hub && topic == HubTopic ? this : this with { Hub = hub, HubTopic = topic, HubSecret = null, HubUntil = null, HubAsked = null, HubRenew = null };
    }
}
