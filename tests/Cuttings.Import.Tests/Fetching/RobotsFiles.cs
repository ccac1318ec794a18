using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Cuttings.Import.Fetching.Robots;
using Xunit;

namespace Cuttings.Import.Tests.Fetching;

/// <summary>robots.txt files and what they say: Samples/robots.md, and what hostile ones cost.</summary>
public sealed partial class RobotsFiles
{
    public static TheoryData<string, string, string> Samples => new(Sample().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fetching/Samples/robots.md")))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value.Replace("\\r", "\r").Replace("\\n", "\n").Replace("\\ufeff", "\ufeff"), match.Groups[3].Value)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_says_what_its_sample_says(string name, string file, string says)
    {
        var robots = RobotsFile.Read(Encoding.UTF8.GetBytes(file), "Cuttings");
        foreach (var line in says.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.True(robots.Allows(line[2..]) == line.StartsWith('+'), $"{name}: {line}");
        }
    }

    [Fact]
    public void All_samples_are_read() => Assert.Equal(15, Samples.Count);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10\n", 10d)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\n", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: -4\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: ten\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: 1e99\n", null)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999\n", 86_400d)]
    [InlineData("User-agent: Cuttings\nDisallow: /a\nUser-agent: *\nCrawl-delay: 10\n", null)]
    public void A_crawl_delay_is_read(string file, double? seconds) =>
        Assert.Equal(seconds, RobotsFile.Read(Encoding.UTF8.GetBytes(file), "Cuttings").CrawlDelay?.TotalSeconds);

    [Fact]
    public void What_lies_beyond_500_KiB_is_not_read()
    {
        var filling = string.Concat(Enumerable.Repeat("# filling the file up\n", RobotsFile.Limit / 22));
        var robots = RobotsFile.Read(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /a\n" + filling + "Disallow: /b\n"), "Cuttings");
        Assert.Equal((false, true), (robots.Allows("/a"), robots.Allows("/b")));
    }

    [Theory]
    [InlineData("Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b\n")]
    [InlineData("Disallow: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa*b\n")]
    [InlineData("Disallow: /*aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\n")]
    [InlineData("Disallow: %\n")]
    [InlineData("User-agent: Cuttings\n")]
    [InlineData("\0\u0001\u00ff:\n")]
    public void A_hostile_file_costs_little(string line)
    {
        var file = Encoding.UTF8.GetBytes("User-agent: *\n" + string.Concat(Enumerable.Repeat(line, RobotsFile.Limit / line.Length)));
        var clock = Stopwatch.StartNew();
        var robots = RobotsFile.Read(file, "Cuttings");
        robots.Allows("/" + new string('a', 8_000));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(robots.Size, 0, 32 << 20);
    }

    [GeneratedRegex(@"## (.+)\n```robots\n([^`]*)```\n```says\n([^`]*)```", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Sample();
}
