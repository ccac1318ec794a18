using Cuttings.Exchange;
using Xunit;

namespace Cuttings.Import.Tests.WordPress;

/// <summary>Each sample export beside what is to come of it: a line of the exchange format a cutting, then the note.</summary>
public class SampleExports
{
    [Theory]
    [InlineData("wxr-1.0")]
    [InlineData("wxr-1.1")]
    [InlineData("wxr-1.2")]
    public void An_export_gives_exactly_its_cuttings(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "WordPress", "Samples");
        var read = Wxr.Read(File.ReadAllBytes(Path.Combine(folder, name + ".xml"))).Select(item => item.Cutting is { } cutting ? ExchangeWriter.Write(cutting) : item.Failed?.Why ?? item.Note!.Text);
        Assert.Equal(File.ReadAllLines(Path.Combine(folder, name + ".txt")), read);
    }
}
