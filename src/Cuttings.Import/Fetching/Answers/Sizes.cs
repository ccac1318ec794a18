namespace Cuttings.Import.Fetching.Answers;

/// <summary>Sizes, as sentences name them.</summary>
internal static class Sizes
{
    public static string Say(int bytes) => bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? $"{bytes >> 20} MB" : bytes >= 1 << 10 ? $"{bytes >> 10} KB" : $"{bytes} bytes";
}
