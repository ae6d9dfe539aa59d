using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Access;

/// <summary>Reads the settings of one provider. Of Google and GitHub, all but the client is known.</summary>
/// <param name="section">The provider's section; its key is the provider's name.</param>
internal sealed partial class ProviderReader(IConfigurationSection section)
{
    private const string Google = "google";
    private const string GitHub = "github";

    private static readonly string[] Known =
    [
        "ClientId", "ClientSecret", "Authority", "Scopes", "DisplayName", "AuthorizationEndpoint", "TokenEndpoint", "UserEndpoint", "EmailsEndpoint",
    ];

    // Google gives a refresh token only when it is asked for consent each time.
    private static readonly FrozenDictionary<string, string> GoogleExtras =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["prompt"] = "consent", ["access_type"] = "offline" }.ToFrozenDictionary();

    private string Name => section.Key.ToLowerInvariant();

    /// <summary>Reads and checks them.</summary>
    /// <param name="domains">The domains that a provider of a name is restricted to.</param>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public ProviderOptions Read(Func<string, IReadOnlySet<string>?> domains)
    {
        if (!ProviderName().IsMatch(Name))
        {
            throw new StartException($"Auth__External__{section.Key} has to be a name of 1 to 50 letters, digits and hyphens.");
        }

        if (section.GetChildren().FirstOrDefault(child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new StartException($"{Setting(unknown.Key)} is not a setting. There are {string.Join(", ", Known)}.");
        }

        var kind = Name == GitHub ? ProviderKind.GitHub : ProviderKind.OpenIdConnect;
        return new ProviderOptions(
            Name,
            section["DisplayName"] is { Length: > 0 and <= 50 } displayName ? displayName : section.Key,
            kind,
            Required("ClientId"),
            Required("ClientSecret"),
            Authority(kind),
            Scopes(kind),
            Name == Google ? GoogleExtras : FrozenDictionary<string, string>.Empty,
            kind == ProviderKind.GitHub ? Endpoints() : null,
            domains(Name),
            Name == Google);
    }

    private string Setting(string name) => $"Auth__External__{section.Key}__{name}";

    private string Required(string name) =>
        section[name] is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new StartException($"{Setting(name)} has to be set: the provider gives it.");

    private string Authority(ProviderKind kind)
    {
        var standard = kind == ProviderKind.GitHub ? "https://github.com" : Name == Google ? "https://accounts.google.com" : null;
        if (section["Authority"] is not { Length: > 0 } text)
        {
            return standard ?? throw new StartException($"{Setting("Authority")} has to be set: the provider's issuer, an https address.");
        }

        _ = Address("Authority", text);
        return text;
    }

    private string Scopes(ProviderKind kind)
    {
        var standard = kind == ProviderKind.GitHub ? "read:user user:email" : "openid email profile";
        var scopes = section["Scopes"] is { Length: > 0 } text ? text : standard;
        return kind == ProviderKind.GitHub || scopes.Split(' ').Contains("openid", StringComparer.Ordinal)
            ? scopes
            : throw new StartException($"{Setting("Scopes")} has to contain openid.");
    }

    private OAuthEndpoints Endpoints() => new(
        Endpoint("AuthorizationEndpoint", "https://github.com/login/oauth/authorize"),
        Endpoint("TokenEndpoint", "https://github.com/login/oauth/access_token"),
        Endpoint("UserEndpoint", "https://api.github.com/user"),
        Endpoint("EmailsEndpoint", "https://api.github.com/user/emails"));

    private Uri Endpoint(string name, string standard) => Address(name, section[name] is { Length: > 0 } text ? text : standard);

    private Uri Address(string name, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && ProviderAddress.IsSafe(address) && address.Query.Length + address.Fragment.Length == 0
            ? address
            : throw new StartException($"{Setting(name)} has to be an https address without query and fragment; http only for this machine itself.");

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProviderName();
}
