namespace Cuttings.Web;

/// <summary>How the site is served; what belongs to the archive itself is in its settings.</summary>
public sealed record SiteOptions
{
    /// <summary>Where to listen, as ASP.NET Core reads it: `http://localhost:5080`.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>False to make every page anew, for measuring.</summary>
    public bool OutputCache { get; init; } = true;
}
