using System.Globalization;
using Cuttings.Storage.Tests.Archives;
using Xunit;

namespace Cuttings.Specs.Faults;

/// <summary>A folder for one spec, and archives in it on either database.</summary>
public abstract class Places : IDisposable
{
    private int archives;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("cuttings-faults-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string NewArchive(string database)
    {
        if (database == "SQLite")
        {
            return Path.Combine(Folder, $"archive{++archives}.db");
        }

        Assert.SkipWhen(PostgresCluster.IsLeftOut, "PostgreSQL is left out of a quick run.");
        return PostgresCluster.Instance.NewDatabase();
    }

    /// <summary>Writes an exchange file of so many boats.</summary>
    protected string Boats(string name, int first, int count, int words = 3)
    {
        var file = Path.Combine(Folder, name);
        var text = string.Join(' ', Enumerable.Repeat("rowed again", Math.Max(1, words / 2)));
        File.WriteAllLines(file, Enumerable.Range(first, count).Select(n => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"{n}\",\"headline\":\"Boat {n}\",\"body\":[\"The {n}th boat {text}.\"],\"credit\":\"[Harbour Echo]\",\"outlet\":\"Harbour Echo\",\"categories\":[\"Boats\"]}}")));
        return file;
    }

    protected static async Task<int> CountAsync(string archive) =>
        (await Program.RunAsync("export", "--all", "--archive", archive)).Output.Count(character => character == '\n');

    protected static async Task AssertSoundAsync(string archive)
    {
        var check = await Program.RunAsync("check", "--archive", archive);
        Assert.True(check.Exit == 0, check.Output + check.Errors);
    }
}
