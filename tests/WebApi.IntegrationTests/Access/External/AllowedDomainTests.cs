using System.Security.Cryptography;
using System.Text;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

public sealed class AllowedDomainTests(RestrictedApi api) : IClassFixture<RestrictedApi>
{
    [Theory]
    [Trait("Requirement", "R112")]
    [InlineData("ada@staff.test", "/auth/signed-in")]
    [InlineData("Ada@OTHER.test", "/auth/signed-in")]
    [InlineData("ada@elsewhere.test", "/auth/error?code=domain_refused")]
    [InlineData("ada@sub.staff.test", "/auth/error?code=domain_refused")]
    [InlineData("ada@evilstaff.test", "/auth/error?code=domain_refused")]
    [InlineData("private@staff.test", "/auth/error?code=domain_refused")]
    [InlineData("unverified@staff.test", "/auth/error?code=email_unverified")]
    [InlineData("nobody@staff.test", "/auth/error?code=email_unverified")]
    public async Task With_Google_only_they_sign_in_who_have_a_verified_address_of_the_list(string email, string location)
    {
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync("google", email);
        response.Headers.Location!.OriginalString.Should().Be(location);
        browser.Has("access_token").Should().Be(location == "/auth/signed-in");
    }

    [Theory]
    [InlineData("github")]
    [InlineData("partner")]
    public async Task Other_providers_are_not_restricted_by_default(string provider)
    {
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync(provider, $"{provider}@elsewhere.test");
        response.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
    }

    [Fact]
    [Trait("Requirement", "R112")]
    public async Task The_restriction_also_applies_to_linked_identities()
    {
        // Linked before the restriction; the provider's subject is a hash of the address.
        const string email = "leaver@elsewhere.test";
        var subject = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)))[..24];
        await api.ExecuteAsync(
            $"""
            insert into access.external_identities (id, account_id, provider, issuer, subject, version, created_at, updated_at)
            select gen_random_uuid(), id, 'google', '{api.Google.Origin}', '{subject}', 1, now(), now() from access.accounts where email = '{ApiFixture.Viewer}'
            """);
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync("google", email);
        response.Headers.Location!.OriginalString.Should().Be("/auth/error?code=domain_refused");
        (await browser.MeAsync()).Should().BeNull();
    }
}
