using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.RateLimits;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.UnitTests.RateLimits;

public sealed class RateLimitSettingsTests
{
    private const string Organization = "org_01h455vb4pex5vsknk084sn02q";

    [Fact]
    [Trait("Requirement", "R157")]
    [Trait("Requirement", "R158")]
    [Trait("Requirement", "R159")]
    public void Without_settings_the_limits_are_those_of_the_contract()
    {
        var settings = Read();
        (settings.IsEnabled, settings.Organizations.Count).Should().Be((true, 0));
        settings.Limits.Should().Be(new PolicyLimits(
            new RateLimit(100, TimeSpan.FromMinutes(1)), new RateLimit(10, TimeSpan.FromMinutes(1)), new RateLimit(5, TimeSpan.FromHours(1))));
    }

    [Fact]
    public void An_organization_has_what_is_set_for_it_and_for_the_rest_what_all_have()
    {
        var settings = Read(("Api:PermitLimit", "200"), ($"Organizations:{Organization}:Api:WindowSeconds", "30"), ($"Organizations:{Organization}:Auth:PermitLimit", "20"));
        TypeId.TryParse<OrganizationId>(Organization, out var id).Should().BeTrue();
        var limits = settings.Organizations[id];
        (limits.Api, limits.Auth, limits.Expensive).Should().Be(
            (new RateLimit(200, TimeSpan.FromSeconds(30)), new RateLimit(20, TimeSpan.FromMinutes(1)), settings.Limits.Expensive));
    }

    [Theory]
    [InlineData("Enabled", "no", "RateLimiting__Enabled has to be true or false.")]
    [InlineData("Api:PermitLimit", "0", "RateLimiting__Api__PermitLimit has to be a whole number from 1 to 1000000.")]
    [InlineData("Auth:PermitLimit", "1e3", "RateLimiting__Auth__PermitLimit has to be a whole number from 1 to 1000000.")]
    [InlineData("Expensive:WindowSeconds", "86401", "RateLimiting__Expensive__WindowSeconds has to be a whole number from 1 to 86400.")]
    [InlineData("Organizations:acme:Api:PermitLimit", "5", "RateLimiting__Organizations__acme has to be the id of an organization*")]
    [InlineData($"Organizations:{Organization}:Api:PermitLimit", "-5", $"RateLimiting__Organizations__{Organization}__Api__PermitLimit has to be*")]
    public void An_unusable_setting_is_named(string name, string value, string message)
    {
        var read = () => Read((name, value));
        read.Should().Throw<StartException>().WithMessage(message);
    }

    private static RateLimitSettings Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
        {
            configuration[$"RateLimiting:{name}"] = value;
        }

        return RateLimitSettings.Read(configuration);
    }
}
