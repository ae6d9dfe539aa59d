using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Edge;

/// <summary>Which sites' scripts may call the API: <c>Cors:AllowedOrigins</c>.</summary>
/// <param name="Origins">The origins (RFC 6454, section 6.2), who may send cookies too.</param>
/// <param name="IsAny">Whether every site may call, without cookies.</param>
internal sealed record CorsSettings(IReadOnlyList<string> Origins, bool IsAny)
{
    private const string Any = "*";

    /// <summary>Whether any other site may call.</summary>
    public bool IsOn => IsAny || Origins.Count > 0;

    /// <summary>Reads and checks them; without the setting no other site may call.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static CorsSettings Read(IConfiguration configuration)
    {
        var origins = (configuration["Cors:AllowedOrigins"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return origins is [Any] ? new CorsSettings([], IsAny: true)
            : Array.TrueForAll(origins, IsOrigin) ? new CorsSettings(origins, IsAny: false)
            : throw new StartException(
                "Cors__AllowedOrigins has to be origins in lower case, with commas between them, such as https://app.example.com (scheme, host and port and nothing else), or * alone.");
    }

    /// <summary>Whether an origin may use cookies.</summary>
    public bool Trusts(string origin) => Origins.Contains(origin, StringComparer.Ordinal);

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal) && uri.UserInfo.Length == 0;
}
