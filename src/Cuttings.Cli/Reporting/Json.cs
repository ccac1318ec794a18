using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cuttings.Cli.Reporting;

/// <summary>How reports are written as JSON: one line, names in camel case, text as it is rather than escaped.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(T report) => Console.Out.WriteLine(Line(report));

    public static string Line<T>(T report) => JsonSerializer.Serialize(report, Options);
}
