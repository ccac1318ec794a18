using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Cuttings.Web.Site;

/// <summary>The style sheet, the typeface and the icon, shipped with the program under addresses that carry their digest, so that browsers may keep them for good.</summary>
internal static class Look
{
    private static readonly Dictionary<string, Answer> Assets = [];
    private static readonly string Icon = Add("icon.svg", "image/svg+xml", Bytes("icon.svg"));
    private static readonly FrozenDictionary<string, string> Faces = Names(".woff2").ToFrozenDictionary(name => name, name => Add(name, "font/woff2", Bytes(name)), StringComparer.Ordinal);

    /// <summary>The address of the style sheet.</summary>
    public static string Style { get; } = Add("style.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Faces.Aggregate(Encoding.UTF8.GetString(Bytes("style.css")), (css, face) => css.Replace($"\"{face.Key}\"", $"\"{face.Value}\"", StringComparison.Ordinal))));

    /// <summary>What the head of every page says about its look; the two faces that every page sets are asked for at once.</summary>
    public static string Head { get; } = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
        + $"<link rel=\"stylesheet\" href=\"{Style}\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"{Icon}\">"
        + string.Concat(new[] { "400", "600" }.Select(weight => $"<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{Faces[$"source-serif-4-latin-{weight}-normal.woff2"]}\">"));

    /// <summary>The file under an address, or null.</summary>
    public static Answer? At(string? path) => path is null ? null : Assets.GetValueOrDefault(path);

    private static string Add(string name, string type, byte[] bytes)
    {
        var path = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}{Path.GetExtension(name)}";
        Assets[path] = new(200, type, bytes, Lasting: true);
        return path;
    }

    private static IEnumerable<string> Names(string extension) => Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(extension, StringComparison.Ordinal));

    private static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
