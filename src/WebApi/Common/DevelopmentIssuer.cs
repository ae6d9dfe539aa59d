namespace CleanApi.WebApi.Common;

/// <summary>In Development on another port, links in mails and tokens name that port, without a second setting.</summary>
internal static class DevelopmentIssuer
{
    private const string Issuer = "Auth:Issuer";

    /// <summary>Sets <c>Auth:Issuer</c> to the first loopback address of <c>Urls</c>, unless it is set.</summary>
    public static void Derive(IConfigurationManager configuration)
    {
        if (string.IsNullOrEmpty(configuration[Issuer]) && Find(configuration[WebHostDefaults.ServerUrlsKey]) is { } address)
        {
            configuration.AddInMemoryCollection([new(Issuer, address)]);
        }
    }

    // Port 0 is one that is known only when the host has started.
    private static string? Find(string? urls) => (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { IsLoopback: true, Port: > 0, Scheme: "http" or "https" })
        .Select(url => new Uri(url).GetLeftPart(UriPartial.Authority)).FirstOrDefault();
}
