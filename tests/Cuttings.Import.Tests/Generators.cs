using CsCheck;

namespace Cuttings.Import.Tests;

internal static class Generators
{
    /// <summary>One of these values.</summary>
    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(n => values[n]);
}
