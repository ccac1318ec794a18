using Cuttings.Specs;
using Cuttings.Specs.Browser;
using Cuttings.Specs.Collecting;
using Cuttings.Specs.Faults;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Cuttings.Specs;

/// <summary>The specs that take longest begin first, so that none runs on alone when all others are done.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(KillSpecs), nameof(BrowserSpecs), nameof(CollectSpecs), nameof(TogetherSpecs), nameof(NaughtyStrings)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length)];
}
