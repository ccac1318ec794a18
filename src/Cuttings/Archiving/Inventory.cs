using Cuttings.Listing;

namespace Cuttings.Archiving;

/// <summary>A stretch of what the archive holds, whatever its status: for the desk, never for the public.</summary>
/// <param name="Total">How many cuttings match in all.</param>
/// <param name="Cuttings">Those of this stretch, in display order: newest first, the undated last.</param>
/// <param name="More">Whether others follow.</param>
public sealed record Inventory(long Total, IReadOnlyList<HeldCutting> Cuttings, bool More);

/// <summary>A cutting as the desk's inventory names it.</summary>
/// <param name="Cutting">The cutting.</param>
/// <param name="Status">Where it stands.</param>
public sealed record HeldCutting(ListedCutting Cutting, CuttingStatus Status);

/// <summary>Which stretch of the inventory is wanted.</summary>
public sealed record InventoryRequest
{
    /// <summary>Only cuttings of this status; null for all.</summary>
    public CuttingStatus? Status { get; init; }

    /// <summary>Only cuttings of this category, by its name or a variant of it; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>The slug or id of the cutting that the stretch goes on after; null to begin at the newest.</summary>
    public string? After { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
