using Cuttings.Importing;

namespace Cuttings.Storage.Writing;

/// <summary>The first 64 bits of the content digest: enough to look up by, and half the index of the whole.</summary>
internal static class Digest
{
    public static long Key(string contentDigest) => unchecked((long)Convert.ToUInt64(contentDigest[..16], 16));

    public static long Of(Cutting cutting) => Key(Identity.ContentDigest(cutting));
}
