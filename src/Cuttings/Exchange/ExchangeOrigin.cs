using Cuttings.Sources;

namespace Cuttings.Exchange;

/// <summary>The realm in which the ids of an exchange file mean something: the format, and the site that the permalink names.</summary>
public static class ExchangeOrigin
{
    /// <summary>`exchange example.org`, or `exchange` where there is no permalink.</summary>
    public static string Of(Cutting cutting)
    {
        ArgumentNullException.ThrowIfNull(cutting);
        var host = WebAddress.HostOf(cutting.Permalink);
        return host.Length == 0 ? "exchange" : $"exchange {host}";
    }
}
