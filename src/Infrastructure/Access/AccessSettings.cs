using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Access;

/// <summary>The settings under <c>Auth</c>.</summary>
/// <param name="Issuer">The <c>iss</c> claim: this service's public base address.</param>
/// <param name="Audience">The <c>aud</c> claim.</param>
/// <param name="AccessTokenLifetime">The lifetime of an access token.</param>
/// <param name="RefreshTokenLifetime">The idle timeout of a session: each refresh starts it again.</param>
/// <param name="SessionLifetime">The absolute timeout of a session.</param>
/// <param name="PasswordPolicy">The requirements on new passwords.</param>
/// <param name="KeyEncryptionKey">The key-encryption keys in base64, with commas between them; null when none is set.</param>
/// <param name="ClusterDirectory">The embedded database's directory; a generated key-encryption key is stored beside it.</param>
internal sealed record AccessSettings(
    string Issuer,
    string Audience,
    TimeSpan AccessTokenLifetime,
    TimeSpan RefreshTokenLifetime,
    TimeSpan SessionLifetime,
    PasswordPolicy PasswordPolicy,
    string? KeyEncryptionKey,
    string ClusterDirectory)
{
    private const string DefaultIssuer = "http://127.0.0.1:5080";
    private const string DefaultAudience = "cleanapi";

    /// <summary>Reads and validates the settings.</summary>
    /// <exception cref="StartException">A setting is invalid; the message names it.</exception>
    public static AccessSettings Read(IConfiguration configuration)
    {
        var issuer = ReadIssuer(configuration["Auth:Issuer"] ?? DefaultIssuer, IsDevelopment(configuration));
        var audience = configuration["Auth:Audience"] ?? DefaultAudience;
        if (string.IsNullOrWhiteSpace(audience))
        {
            throw Wrong("Auth__Audience", "a name");
        }

        var refreshTokenDays = Number(configuration, "RefreshTokenDays", 7, 90);
        var sessionDays = Number(configuration, "SessionDays", Math.Max(30, refreshTokenDays), 365);
        if (sessionDays < refreshTokenDays)
        {
            throw Wrong("Auth__SessionDays", "no less than Auth__RefreshTokenDays");
        }

        return new AccessSettings(
            issuer,
            audience,
            TimeSpan.FromMinutes(Number(configuration, "AccessTokenMinutes", 15, 60)),
            TimeSpan.FromDays(refreshTokenDays),
            TimeSpan.FromDays(sessionDays),
            ReadPasswordPolicy(configuration["Auth:PasswordPolicy"]),
            configuration["Auth:KeyEncryptionKey"] is { Length: > 0 } key ? key : null,
            DatabaseOptions.From(configuration).EmbeddedDirectory);
    }

    private static PasswordPolicy ReadPasswordPolicy(string? name) => name switch
    {
        null or "standard" => PasswordPolicy.Standard,
        "asvs" => PasswordPolicy.Asvs,
        _ => throw Wrong("Auth__PasswordPolicy", "standard or asvs"),
    };

    private static int Number(IConfiguration configuration, string name, int standard, int most) => configuration.ReadNumber($"Auth:{name}", 1, most) ?? standard;

    // Links, cookies and the relying party of passkeys are made from it, and the program answers at the root of a host.
    // In the clear, everybody on the way could read tokens and links: only to this machine, or where people develop.
    private static string ReadIssuer(string text, bool isDevelopment)
    {
        var origin = text.EndsWith('/') ? text[..^1] : text;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (WebAddress.IsProtected(uri) || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp)) && uri.GetLeftPart(UriPartial.Authority) == origin
            && uri.UserInfo.Length == 0
            ? origin
            : throw Wrong("Auth__Issuer", "the public address: https (http for a loopback address, or in Development), host and port and nothing else, such as https://api.acme.test");
    }

    private static bool IsDevelopment(IConfiguration configuration) =>
        string.Equals(configuration[HostDefaults.EnvironmentKey], Environments.Development, StringComparison.OrdinalIgnoreCase);

    private static StartException Wrong(string setting, string expected) => new($"{setting} has to be {expected}.");
}
