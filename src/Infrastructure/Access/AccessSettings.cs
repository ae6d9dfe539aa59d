using System.Globalization;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Access;

/// <summary>The settings under <c>Auth</c>.</summary>
/// <param name="Issuer">Who issues tokens: this service's address, as clients write it.</param>
/// <param name="Audience">For whom tokens are.</param>
/// <param name="AccessTokenLifetime">How long an access token lasts.</param>
/// <param name="RefreshTokenLifetime">How long a sign-in lasts without a refresh; each one begins it anew.</param>
/// <param name="SessionLifetime">How long a sign-in lasts, however often it is refreshed.</param>
/// <param name="PasswordPolicy">What a new password has to have.</param>
/// <param name="KeyEncryptionKey">The key-encryption key in base64; null when it is not set.</param>
/// <param name="ClusterDirectory">The embedded database's directory; a key-encryption key that is made here is kept beside it.</param>
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

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static AccessSettings Read(IConfiguration configuration)
    {
        var issuer = configuration["Auth:Issuer"] ?? DefaultIssuer;
        if (!Uri.TryCreate(issuer, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Query.Length + uri.Fragment.Length > 0)
        {
            throw Wrong("Auth__Issuer", "an absolute http or https address without query and fragment");
        }

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

    private static int Number(IConfiguration configuration, string name, int standard, int most)
    {
        var text = configuration[$"Auth:{name}"];
        return text is null ? standard
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw Wrong($"Auth__{name}", $"a whole number from 1 to {most}");
    }

    private static StartException Wrong(string setting, string expected) => new($"{setting} has to be {expected}.");
}
