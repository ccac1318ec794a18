using System.Globalization;
using Cuttings.Sources;

namespace Cuttings.Settings;

/// <summary>One setting by its name, with its meaning, and how it is read from and written to the settings as text.</summary>
/// <param name="Name">In kebab-case: `base-address`.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Read">Its value as text; empty for none.</param>
/// <param name="Write">The settings with another value; an empty text takes it back to the default; throws <see cref="ErrorKind.Usage"/> where the text is no such value.</param>
public sealed record Setting(string Name, string Meaning, Func<ArchiveSettings, string> Read, Func<ArchiveSettings, string, ArchiveSettings> Write)
{
    private static readonly ArchiveSettings Default = new();

    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("title", "The archive's title.", s => s.Title, (s, text) => s with { Title = Or(text, Default.Title) }),
        new("description", "One line under the title.", s => s.Description, (s, text) => s with { Description = text }),
        new("base-address", "The public base address, https://example.org.", s => s.BaseAddress ?? "", (s, text) => s with { BaseAddress = Address(text) }),
        new("proxy", "The SOCKS5 proxy that everything fetched goes through, socks5://127.0.0.1:9050; behind it no server learns the archive's address.", s => s.Proxy ?? "", (s, text) => s with { Proxy = Socks(text) }),
        new("time-zone", "The IANA time zone in which days begin.", s => s.TimeZone, (s, text) => s with { TimeZone = Zone(Or(text, Default.TimeZone)) }),
        new("language", "The BCP 47 language of the interface and of cuttings that name none.", s => s.Language, (s, text) => s with { Language = LanguageOf(Or(text, Default.Language)) }),
        new("page-length", "Cuttings on a list page, 1 to 100.", s => s.PageLength.ToString(CultureInfo.InvariantCulture), (s, text) => s with { PageLength = Length(text) }),
        new("timestamp-server", "The address of a time-stamping authority (RFC 3161) that signs the digests of kept pages.", s => s.TimestampServer ?? "", (s, text) => s with { TimestampServer = Server(text) }),
        new("about", "The about page, Markdown.", s => s.About, (s, text) => s with { About = text }),
        new("privacy", "The privacy page, Markdown.", s => s.Privacy, (s, text) => s with { Privacy = text }),
        new("takedown", "The takedown page, Markdown.", s => s.Takedown, (s, text) => s with { Takedown = text }),
    ];

    /// <summary>The setting of this name; throws <see cref="ErrorKind.Usage"/> where there is none.</summary>
    public static Setting Named(string name) => All.FirstOrDefault(setting => setting.Name == name)
        ?? throw new CuttingsException(ErrorKind.Usage, $"There is no setting '{name}'. There are: {string.Join(", ", All.Select(setting => setting.Name))}.");

    private static string Or(string text, string fallback) => text.Length == 0 ? fallback : text;

    private static string? Address(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? text.TrimEnd('/')
            : throw Wrong("base-address", text, "an address such as https://example.org");
    }

    private static string? Server(string text) => text.Length == 0 ? null
        : WebAddress.TryParse(text, out var address) && new Uri(address).UserInfo.Length == 0 ? address
        : throw Wrong("timestamp-server", text, "an http or https address such as https://tsa.example.org/tsr");

    private static string? Socks(string text) => text.Length == 0 ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "socks5", Port: > 0, Host.Length: > 0, UserInfo.Length: 0 } ? text.TrimEnd('/')
        : throw Wrong("proxy", text, "a SOCKS5 proxy such as socks5://127.0.0.1:9050");

    private static string Zone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
        ? text
        : throw Wrong("time-zone", text, "an IANA time zone such as Asia/Seoul");

    private static string LanguageOf(string text) => text.Length is >= 2 and <= 35 && text.Split('-') is [{ Length: 2 or 3 } first, .. var rest] && first.All(char.IsAsciiLetter) && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
        ? text
        : throw Wrong("language", text, "a language tag such as en or zh-Hant");

    private static int Length(string text) => text.Length == 0
        ? Default.PageLength
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= 100
            ? length
            : throw Wrong("page-length", text, "a number from 1 to 100");

    private static CuttingsException Wrong(string name, string text, string wanted) =>
        new(ErrorKind.Usage, $"'{text}' is no value for {name}: give {wanted}.");
}
