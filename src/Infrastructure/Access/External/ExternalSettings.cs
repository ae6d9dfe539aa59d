using System.Collections.Frozen;
using System.Globalization;
using CleanApi.Domain.Common;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Access;

/// <summary>The settings under <c>Auth:External</c>.</summary>
/// <param name="Providers">The providers that are set up, in the order of their names.</param>
/// <param name="TryTimeout">How long one request to a provider may take.</param>
/// <param name="TotalTimeout">How long a request and its repetitions may take.</param>
internal sealed record ExternalSettings(IReadOnlyList<ProviderOptions> Providers, TimeSpan TryTimeout, TimeSpan TotalTimeout)
{
    private const string Section = "Auth:External";
    private const string Google = "google";

    // Names of settings, not of providers.
    private static readonly string[] Own = ["AllowedDomains", "AllowedDomainsProviders", "TimeoutSeconds", "TotalTimeoutSeconds"];

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static ExternalSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var domains = Domains(section);
        var restricted = List(section["AllowedDomainsProviders"]) is { Count: > 0 } names ? names : [Google];
        var providers = section.GetChildren().Where(child => !Own.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => new ProviderReader(child).Read(name => restricted.Contains(name) ? domains : null))
            .OrderBy(provider => provider.Name, StringComparer.Ordinal).ToList();
        if (restricted.Find(name => name != Google && !providers.Exists(provider => provider.Name == name)) is { } unknown)
        {
            throw new StartException($"Auth__External__AllowedDomainsProviders names {unknown}, which is not set up.");
        }

        var (each, total) = (Seconds(section, "TimeoutSeconds", 5), Seconds(section, "TotalTimeoutSeconds", 10));
        return each <= total
            ? new ExternalSettings(providers, each, total)
            : throw new StartException("Auth__External__TotalTimeoutSeconds has to be at least Auth__External__TimeoutSeconds.");
    }

    private static FrozenSet<string>? Domains(IConfigurationSection section)
    {
        if (section["AllowedDomains"] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var domains = List(text).ConvertAll(domain => MailDomain.TryParse(domain, out var canonical) ? canonical : "");
        return domains.Count > 0 && domains.TrueForAll(domain => domain.Length > 0)
            ? domains.ToFrozenSet(StringComparer.Ordinal)
            : throw new StartException("Auth__External__AllowedDomains has to be a list of domains, separated by commas: acme.test, acme.example.");
    }

    private static List<string> List(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.ToLowerInvariant())];

    private static TimeSpan Seconds(IConfigurationSection section, string name, int standard) => section[name] is not { } text ? TimeSpan.FromSeconds(standard)
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.1 and <= 60
            ? TimeSpan.FromSeconds(seconds)
            : throw new StartException($"Auth__External__{name} has to be a number of seconds from 0.1 to 60.");
}
