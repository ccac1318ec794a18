using System.Reflection;

namespace Cuttings.Web.Site;

/// <summary>The style sheet, shipped with the program.</summary>
internal static class Look
{
    public static string Style { get; } = Read("style.css");

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Cuttings.Web.Site." + name)!);
        return reader.ReadToEnd();
    }
}
