using System.Collections.Frozen;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.RateLimits;

/// <summary>Settings under <c>RateLimiting</c>.</summary>
/// <param name="IsEnabled">Whether requests are limited.</param>
/// <param name="Limits">Of everybody.</param>
/// <param name="Organizations">Of the callers of single organizations.</param>
internal sealed record RateLimitSettings(bool IsEnabled, PolicyLimits Limits, FrozenDictionary<OrganizationId, PolicyLimits> Organizations)
{
    private const string Section = "RateLimiting";

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">Names the setting that is wrong.</exception>
    public static RateLimitSettings Read(IConfiguration configuration)
    {
        var limits = PolicyLimits.Read(configuration, Section, PolicyLimits.Default);
        return new RateLimitSettings(
            configuration.ReadSwitch($"{Section}:Enabled") ?? true, limits,
            configuration.GetSection($"{Section}:{nameof(Organizations)}").GetChildren()
                .ToFrozenDictionary(child => IdOf(child.Key), child => PolicyLimits.Read(configuration, child.Path, limits)));
    }

    private static OrganizationId IdOf(string text) => TypeId.TryParse<OrganizationId>(text, out var id)
        ? id
        : throw new StartException($"{Section}__Organizations__{text} has to be the id of an organization, as in: {Section}__Organizations__org_…__Api__PermitLimit.");
}
