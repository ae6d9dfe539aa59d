using System.Net;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Access;

/// <summary>The settings under <c>Auth:Passkeys</c>.</summary>
/// <param name="RelyingPartyId">The RP ID (WebAuthn Level 3, section 4); null when the service has no host name.</param>
/// <param name="Origins">The origins that may use passkeys: scheme, host and port.</param>
internal sealed record PasskeySettings(string? RelyingPartyId, IReadOnlyList<string> Origins)
{
    private const string Localhost = "localhost";

    /// <summary>Reads and validates the settings; defaults come from the issuer's address.</summary>
    /// <exception cref="StartException">A setting is invalid; the message names it.</exception>
    public static PasskeySettings Read(IConfiguration configuration, string issuer)
    {
        var site = Site(new Uri(issuer));
        var id = configuration["Auth:Passkeys:RelyingPartyId"] is { Length: > 0 } name ? Host(name) : IsName(site.Host) ? site.Host : null;
        var origins = configuration["Auth:Passkeys:Origins"] is { Length: > 0 } list
            ? [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(origin => Origin(origin, id))]
            : id is null ? [] : new[] { OwnOrigin(site, id) };
        return new PasskeySettings(id, origins);
    }

    // Browsers create no passkeys for IP addresses; localhost names the same machine (RFC 6761, section 6.3).
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

    // Browsers reject any other: a site can only use passkeys of its own domain or of a parent domain.
    private static string Origin(string text, string? id) =>
        id is not null && Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "https" or "http"
            && string.Equals(origin.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal) && IsUnder(origin.Host, id)
                ? text
                : throw new StartException(
                    "Auth__Passkeys__Origins has to be a list of origins under the relying party's host name, such as https://app.acme.test.");

    private static bool IsUnder(string host, string id) =>
        string.Equals(host, id, StringComparison.Ordinal) || host.EndsWith($".{id}", StringComparison.Ordinal);
}
