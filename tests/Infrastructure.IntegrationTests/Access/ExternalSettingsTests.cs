using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class ExternalSettingsTests
{
    [Fact]
    public void Without_settings_there_is_no_provider() => ExternalSettings.Read(new ConfigurationManager()).Providers.Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R110")]
    [Trait("Requirement", "R111")]
    public void Of_Google_and_GitHub_only_the_client_has_to_be_told()
    {
        var settings = Read(("Google:ClientId", "a"), ("Google:ClientSecret", "b"), ("GitHub:ClientId", "c"), ("GitHub:ClientSecret", "d"));
        settings.Providers.Select(provider => (provider.Name, provider.DisplayName, provider.Authority, provider.ClientId)).Should().Equal(
            ("github", "GitHub", "https://github.com", "c"), ("google", "Google", "https://accounts.google.com", "a"));
        settings.Providers[1].Extras.Should().BeEquivalentTo(new Dictionary<string, string> { ["prompt"] = "consent", ["access_type"] = "offline" });
        settings.Providers[0].Endpoints!.Token.Should().Be("https://github.com/login/oauth/access_token");
        settings.Providers[0].ToString().Should().NotContain("d,");
    }

    [Fact]
    [Trait("Requirement", "R112")]
    public void Domains_restrict_Google_and_others_where_they_are_named()
    {
        (string, string)[] providers =
        [
            ("Google:ClientId", "a"), ("Google:ClientSecret", "b"), ("GitHub:ClientId", "c"), ("GitHub:ClientSecret", "d"), ("AllowedDomains", " Acme.TEST ,other.test,"),
        ];
        var standard = Read(providers).Providers;
        (standard[0].AllowedDomains, standard[1].AllowedDomains!.Contains("acme.test")).Should().Be((null, true));
        var both = Read([.. providers, ("AllowedDomainsProviders", "google, GitHub")]).Providers;
        both.Should().OnlyContain(provider => provider.AllowedDomains!.Contains("other.test"));
    }

    [Theory]
    [Trait("Requirement", "R112")]
    [InlineData("ada@acme.test", true)]
    [InlineData("ADA@ACME.TEST", true)]
    [InlineData("ada@sub.acme.test", false)]
    [InlineData("ada@evilacme.test", false)]
    public void A_domain_is_that_one_and_none_below_or_like_it(string email, bool isAllowed) =>
        Restricted(tellsHostedDomain: true).Allows(EmailAddress.Parse(email)).Should().Be(isAllowed);

    [Theory]
    [InlineData(true, "acme.test", true)]
    [InlineData(true, "ACME.test", true)]
    [InlineData(true, "sub.acme.test", false)]
    [InlineData(true, "elsewhere.test", false)]
    [InlineData(true, null, false)]
    [InlineData(false, null, true)]
    [Trait("Requirement", "R112")]
    public void Where_the_provider_tells_the_organization_it_has_to_be_one_of_the_list(bool tells, string? domain, bool isAllowed) =>
        Restricted(tells).AllowsHosted(domain).Should().Be(isAllowed);

    [Theory]
    [InlineData("ClientId", "", "ClientId has to be set")]
    [InlineData("ClientSecret", " ", "ClientSecret has to be set")]
    [InlineData("Authority", "", "Authority has to be set")]
    [InlineData("Authority", "http://sso.acme.test", "Authority has to be an https address")]
    [InlineData("Authority", "sso.acme.test", "Authority has to be an https address")]
    [InlineData("Authority", "https://user:password@sso.acme.test", "Authority has to be an https address")]
    [InlineData("Authority", "https://sso.acme.test?a=b", "Authority has to be an https address")]
    [InlineData("Scopes", "email profile", "Scopes has to contain openid")]
    [InlineData("ClientSecrets", "x", "ClientSecrets is not a setting")]
    public void A_setting_that_is_wrong_is_named(string name, string value, string message)
    {
        var settings = new Dictionary<string, string> { ["Sso:ClientId"] = "a", ["Sso:ClientSecret"] = "b", ["Sso:Authority"] = "https://sso.acme.test", [$"Sso:{name}"] = value };
        var read = () => Read([.. settings.Select(pair => (pair.Key, pair.Value))]);
        read.Should().Throw<Infrastructure.Settings.StartException>().WithMessage($"Auth__External__Sso__{message}*");
    }

    [Theory]
    [InlineData("AllowedDomains", "acme", "AllowedDomains has to be a list")]
    [InlineData("AllowedDomains", "@acme.test", "AllowedDomains has to be a list")]
    [InlineData("AllowedDomains", "a\u200bcme.test", "AllowedDomains has to be a list")]
    [InlineData("AllowedDomains", ",", "AllowedDomains has to be a list")]
    [InlineData("AllowedDomainsProviders", "sso", "AllowedDomainsProviders names sso")]
    [InlineData("TimeoutSeconds", "0", "TimeoutSeconds has to be a number")]
    [InlineData("TimeoutSeconds", "20", "TotalTimeoutSeconds has to be at least")]
    [InlineData("bad name:ClientId", "a", "bad name has to be a name")]
    public void So_is_one_that_is_for_all_of_them(string name, string value, string message)
    {
        var read = () => Read((name, value));
        read.Should().Throw<Infrastructure.Settings.StartException>().WithMessage($"Auth__External__{message}*");
    }

    [Fact]
    public void A_provider_on_this_machine_may_speak_http() =>
        Read(("Sso:ClientId", "a"), ("Sso:ClientSecret", "b"), ("Sso:Authority", "http://localhost:4000")).Providers.Should().ContainSingle();

    private static ExternalSettings Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        foreach (var (name, value) in settings)
        {
            configuration[$"Auth:External:{name}"] = value;
        }

        return ExternalSettings.Read(configuration);
    }

    private static Application.Access.ExternalProvider Restricted(bool tellsHostedDomain) =>
        new("google", "Google", new HashSet<string> { "acme.test" }, tellsHostedDomain);
}
