using Cuttings.Fetching;

namespace Cuttings.Import.Fetching;

/// <summary>What a status means, in a value and in a sentence.</summary>
internal static class Outcomes
{
    public static FetchOutcome Of(int status, bool saysWhen, bool isConditional) => status switch
    {
        206 => FetchOutcome.BadAnswer,
        >= 200 and < 300 => FetchOutcome.Fetched,
        304 => isConditional ? FetchOutcome.NotModified : FetchOutcome.BadAnswer,
        404 => FetchOutcome.NotFound,
        410 => FetchOutcome.Gone,
        401 or 402 or 403 or 407 or 451 => FetchOutcome.Denied,
        429 => FetchOutcome.Later,
        503 when saysWhen => FetchOutcome.Later,
        >= 300 and < 600 => FetchOutcome.ErrorStatus,
        _ => FetchOutcome.BadAnswer,
    };

    public static string? Why(FetchOutcome outcome, int status, string host) => outcome switch
    {
        FetchOutcome.Fetched or FetchOutcome.NotModified => null,
        FetchOutcome.NotFound => $"{host} has no such page (404).",
        FetchOutcome.Gone => $"{host} says that the page is gone (410).",
        FetchOutcome.Denied when status == 401 => $"{host} asks for a password (401).",
        FetchOutcome.Denied when status == 402 => $"{host} asks for payment (402).",
        FetchOutcome.Denied when status == 451 => $"{host} may not show it for legal reasons (451).",
        FetchOutcome.Denied => $"{host} does not let us read it ({status}).",
        FetchOutcome.Later => $"{host} asked us to come back later ({status}).",
        FetchOutcome.BadAnswer when status == 206 => $"{host} sent a part where the whole was asked for (206).",
        FetchOutcome.BadAnswer when status == 304 => $"{host} says that nothing changed where nothing was known (304).",
        _ => $"{host} answered {status}.",
    };
}
