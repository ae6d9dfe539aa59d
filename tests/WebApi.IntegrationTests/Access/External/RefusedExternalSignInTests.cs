using System.Net;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.IntegrationTests.Access.Refusals;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>A refused sign-in with another provider is one entry of the audit log, where it is known whose door it was at.</summary>
[Trait("Requirement", "R252")]
public sealed class RefusedExternalSignInTests(RestrictedApi api) : IClassFixture<RestrictedApi>
{
    private static readonly string Nowhere = $"in {default(OrganizationId)} by nobody on nothing";

    [Theory]
    [InlineData("github", "denied", "ACCESS_DENIED")]
    [InlineData("github", "unverified@newcomer.test", "EMAIL_UNVERIFIED")]
    [InlineData("google", "ada@elsewhere.test", "DOMAIN_REFUSED")]
    public async Task A_stranger_s_is_about_nobody(string provider, string email, string reason)
    {
        using var browser = new Browser(api);
        using var refused = await browser.SignInAsync(provider, email);
        (await api.EntriesAsync(refused)).Should().Equal($"sign_in FAILED {reason} {Nowhere}");
    }

    [Fact]
    public async Task One_with_the_address_of_an_account_is_about_its_user()
    {
        using var browser = new Browser(api);
        using var refused = await browser.SignInAsync("github", ApiFixture.Member);
        (await api.EntriesAsync(refused)).Should().Equal($"sign_in FAILED ACCOUNT_EXISTS {await AtAsync(ApiFixture.Member)}");
    }

    [Fact]
    public async Task A_linked_one_of_somebody_deactivated_is_about_them()
    {
        const string email = "linked@newcomer.test";
        using var browser = new Browser(api);
        using var first = await browser.SignInAsync("github", email);
        (await api.EntriesAsync(first)).Should().OnlyContain(entry => entry.Contains(" SUCCEEDED - "));
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{email}'");
        using var refused = await browser.SignInAsync("github", email);
        (await api.EntriesAsync(refused)).Should().Equal($"sign_in FAILED ACCOUNT_UNAVAILABLE {await AtAsync(email)}");
    }

    [Fact]
    public async Task A_callback_in_another_browser_is_about_nobody()
    {
        using var browser = new Browser(api);
        var callback = await browser.ThroughAsync(Browser.As(await browser.BeginAsync("github"), "shared@newcomer.test"));
        using var stranger = new Browser(api);
        using var refused = await stranger.ReturnAsync(callback);
        (await api.EntriesAsync(refused)).Should().Equal($"sign_in FAILED STATE_MISMATCH {Nowhere}");
    }

    [Fact]
    public async Task An_identity_of_another_account_is_about_the_session_that_would_link_it()
    {
        using var owner = new Browser(api);
        using var first = await owner.SignInAsync("github", "taken@newcomer.test");
        using var browser = new Browser(api);
        using var signedIn = await browser.SendAsync(HttpMethod.Post, "/api/auth/login", new { email = ApiFixture.Viewer, password = ApiFixture.Password });
        signedIn.StatusCode.Should().Be(HttpStatusCode.OK);
        using var begun = await browser.SendAsync(HttpMethod.Post, "/api/v1/me/external-identities", new { provider = "github" });
        var address = new Uri((await begun.JsonAsync()).Text("data.attributes.authorizationUrl")!);
        using var refused = await browser.ReturnAsync(await browser.ThroughAsync(Browser.As(address, "taken@newcomer.test")));
        (await api.EntriesAsync(refused)).Should().ContainSingle()
            .Which.Should().Match($"identity.linked FAILED IDENTITY_IN_USE in {await api.OrganizationOfAsync(ApiFixture.Viewer)} by nobody on session ses_*");
    }

    private async Task<string> AtAsync(string email) => $"in {await api.OrganizationOfAsync(email)} by nobody on user {await api.StoredUserIdAsync(email)}";
}
