using System.Net;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Access;

/// <summary>The settings under <c>Auth:Passkeys</c>.</summary>
/// <param name="RelyingPartyId">The host name that passkeys belong to (WebAuthn Level 3, section 4, "RP ID"); null where the service has none.</param>
/// <param name="Origins">The sites that may use them: scheme, host and port.</param>
internal sealed record PasskeySettings(string? RelyingPartyId, IReadOnlyList<string> Origins)
{
    private const string Localhost = "localhost";

    /// <summary>Reads and checks them; what is not set follows from the issuer's address.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static PasskeySettings Read(IConfiguration configuration, string issuer)
    {
        var site = Site(new Uri(issuer));
        var id = configuration["Auth:Passkeys:RelyingPartyId"] is { Length: > 0 } name ? Host(name) : IsName(site.Host) ? site.Host : null;
        var origins = configuration["Auth:Passkeys:Origins"] is { Length: > 0 } list
            ? [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(origin => Origin(origin, id))]
            : id is null ? [] : new[] { OwnOrigin(site, id) };
        return new PasskeySettings(id, origins);
    }

    // Browsers make no passkeys for addresses; the same machine by its name is the same service (RFC 6761, section 6.3).
    private static Uri Site(Uri issuer) =>
        IPAddress.TryParse(issuer.DnsSafeHost, out var address) && IPAddress.IsLoopback(address) ? new UriBuilder(issuer) { Host = Localhost }.Uri : issuer;

    private static bool IsName(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns;

    private static string Host(string name) =>
        IsName(name) && string.Equals(name, name.ToLowerInvariant(), StringComparison.Ordinal) && !IPAddress.TryParse(name, out _)
            ? name
            : throw new StartException("Auth__Passkeys__RelyingPartyId has to be a host name in lower case, without scheme and port.");

    private static string OwnOrigin(Uri site, string id) => IsUnder(site.Host, id)
        ? site.GetLeftPart(UriPartial.Authority)
        : throw new StartException(
            "Auth__Passkeys__RelyingPartyId has to be the host of Auth__Issuer or a domain above it, or Auth__Passkeys__Origins has to be set.");

    // Browsers refuse any other: a site can only use passkeys of its own domain or of one above it.
    private static string Origin(string text, string? id) =>
        id is not null && Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "https" or "http"
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal) && IsUnder(origin.Host, id)
                ? text
                : throw new StartException(
                    "Auth__Passkeys__Origins has to be a list of origins under the relying party's host name, such as https://app.acme.test.");

    private static bool IsUnder(string host, string id) =>
        string.Equals(host, id, StringComparison.Ordinal) || host.EndsWith($".{id}", StringComparison.Ordinal);
}
