using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Linking identities to an account that exists, and unlinking them.</summary>
[Trait("Requirement", "R232")]
public sealed class ExternalIdentityTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    private const string Path = "/api/v1/me/external-identities";

    [Fact]
    public async Task Who_links_an_identity_signs_in_with_it_until_it_is_unlinked()
    {
        const string person = "user01@acme.test";
        using var browser = await SignedInAsync(person);
        // The addresses may differ: the user has authenticated to both.
        using var linked = await LinkAsync(browser, "google", "another@address.test");
        (linked.StatusCode, linked.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/settings"));
        AuthApi.Cookies(linked).Should().BeEmpty();

        using var elsewhere = new Browser(api);
        using var signedIn = await elsewhere.SignInAsync("google", "another@address.test");
        (await elsewhere.MeAsync())!.Value.Text("data.attributes.email").Should().Be(person);

        using var list = await browser.GetAsync(Path);
        var identity = (await list.JsonAsync()).At("data.0");
        (identity.Text("type"), identity.Text("attributes.provider"), identity.Text("attributes.email")).Should().Be(("externalIdentity", "google", "another@address.test"));
        identity.At("attributes.lastUsedAt").GetString().Should().NotBeNull();

        using var unlinked = await browser.SendAsync(HttpMethod.Delete, $"{Path}/{identity.Text("id")}");
        unlinked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var again = await browser.SendAsync(HttpMethod.Delete, $"{Path}/{identity.Text("id")}");
        again.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var stranger = new Browser(api);
        using var newcomer = await stranger.SignInAsync("google", "another@address.test");
        (await stranger.MeAsync())!.Value.Text("data.attributes.email").Should().Be("another@address.test");

        (await AuditedAsync(person, "identity.linked"), await AuditedAsync(person, "identity.unlinked")).Should().Be((1, 1));
        (await api.MailAsync(person, "was linked")).Text.Should().Contain("Google");
        (await api.MailAsync(person, "was unlinked")).Text.Should().Contain("Google");
    }

    [Fact]
    public async Task Linking_is_idempotent_and_another_account_s_identity_is_rejected()
    {
        using var first = await SignedInAsync("user02@acme.test");
        using var linked = await LinkAsync(first, "github", "shared@address.test");
        using var again = await LinkAsync(first, "github", "shared@address.test");
        again.Headers.Location!.OriginalString.Should().Be("/settings");
        (await AuditedAsync("user02@acme.test", "identity.linked")).Should().Be(1);

        using var second = await SignedInAsync("user03@acme.test");
        using var refused = await LinkAsync(second, "github", "shared@address.test");
        refused.Headers.Location!.OriginalString.Should().Be("/auth/error?code=identity_in_use");
    }

    [Fact]
    public async Task The_only_way_to_sign_in_stays()
    {
        using var browser = new Browser(api);
        using var signedIn = await browser.SignInAsync("google", "only@newcomer.test");
        using var list = await browser.GetAsync(Path);
        var id = (await list.JsonAsync()).Text("data.0.id");
        using var refused = await browser.SendAsync(HttpMethod.Delete, $"{Path}/{id}");
        (refused.StatusCode, (await refused.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.Conflict, "CONFLICT"));

        using var linked = await LinkAsync(browser, "github", "only@newcomer.test");
        linked.Headers.Location!.OriginalString.Should().Be("/settings");
        using var unlinked = await browser.SendAsync(HttpMethod.Delete, $"{Path}/{id}");
        unlinked.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Concurrently_unlinking_both_identities_leaves_one()
    {
        using var browser = new Browser(api);
        using var signedIn = await browser.SignInAsync("google", "both@newcomer.test");
        using var linked = await LinkAsync(browser, "github", "both@newcomer.test");
        using var list = await browser.GetAsync(Path);
        var ids = (await list.JsonAsync()).At("data").EnumerateArray().Select(identity => identity.Text("id")).ToList();
        var answers = await Task.WhenAll(ids.Select(id => browser.SendAsync(HttpMethod.Delete, $"{Path}/{id}")));
        answers.Select(answer => answer.StatusCode).Should().BeEquivalentTo([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task Who_has_signed_out_meanwhile_links_nothing()
    {
        using var browser = await SignedInAsync("user04@acme.test");
        var provider = await BeginLinkAsync(browser, "google");
        using var signedOut = await browser.SendAsync(HttpMethod.Post, "/api/auth/logout");
        using var response = await browser.ReturnAsync(await browser.ThroughAsync(Browser.As(provider, "late-link@address.test")));
        response.Headers.Location!.OriginalString.Should().Be("/auth/error?code=signed_out");
    }

    [Fact]
    public async Task A_deleted_account_releases_its_identities()
    {
        using var browser = await SignedInAsync("user05@acme.test");
        using var linked = await LinkAsync(browser, "google", "leaver@address.test");
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var deleted = await admin.DeleteAsync($"/api/v1/users/{await api.UserIdAsync("user05@acme.test")}");
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var signedIn = await browser.SignInAsync("google", "leaver@address.test");
        (await browser.MeAsync())!.Value.Text("data.attributes.email").Should().Be("leaver@address.test");
    }

    [Theory]
    [InlineData("""{"returnUrl":"/x"}""", "provider REQUIRED")]
    [InlineData("""{"provider":"unheard-of"}""", "provider INVALID_VALUE")]
    [InlineData("""{"provider":"google","returnUrl":"//evil.test"}""", "returnUrl INVALID_FORMAT")]
    [InlineData("""{"provider":"google","currentPassword":"x"}""", "currentPassword UNKNOWN_FIELD")]
    public async Task A_wrong_body_is_422_with_the_field(string json, string error)
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        using var response = await client.PostTextAsync(Path, json);
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await response.JsonAsync()).At("error.details").EnumerateArray().Select(detail => $"{detail.Text("field")} {detail.Text("code")}").Should().Equal(error);
    }

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task A_session_of_long_ago_links_nothing_and_a_sign_in_with_the_provider_is_a_proof()
    {
        using var browser = new Browser(api);
        using var signedIn = await browser.SignInAsync("google", "proof@newcomer.test");
        await api.ExecuteAsync("update access.sessions set authenticated_at = authenticated_at - interval '11 minutes'");
        using var refused = await browser.SendAsync(HttpMethod.Post, Path, new { provider = "github" });
        (refused.StatusCode, (await refused.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.Forbidden, "RECENT_AUTHENTICATION_REQUIRED"));
        refused.Headers.Contains("Set-Cookie").Should().BeFalse();
        using var nothing = await browser.SendAsync(HttpMethod.Post, "/api/v1/me/reauthenticate", new { password = ApiFixture.Password });
        (nothing.StatusCode, (await nothing.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "NO_CREDENTIAL"));

        using var again = await browser.SignInAsync("google", "proof@newcomer.test");
        using var linked = await LinkAsync(browser, "github", "proof@newcomer.test");
        linked.Headers.Location!.OriginalString.Should().Be("/settings");
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_begin_to_link()
    {
        using var browser = await SignedInAsync("user06@acme.test");
        using var response = await browser.SendAsync(HttpMethod.Post, Path, new { provider = "google" }, site: "cross-site");
        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private async Task<Browser> SignedInAsync(string email)
    {
        var browser = new Browser(api);
        using var response = await browser.SendAsync(HttpMethod.Post, "/api/auth/login", new { email, password = ApiFixture.Password });
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return browser;
    }

    private static async Task<Uri> BeginLinkAsync(Browser browser, string provider)
    {
        using var response = await browser.SendAsync(HttpMethod.Post, Path, new { provider, returnUrl = "/settings" });
        return new Uri((await response.JsonAsync()).Text("data.attributes.authorizationUrl")!);
    }

    private static async Task<HttpResponseMessage> LinkAsync(Browser browser, string provider, string email) =>
        await browser.ReturnAsync(await browser.ThroughAsync(Browser.As(await BeginLinkAsync(browser, provider), email)));

    private Task<long> AuditedAsync(string email, string action) => api.ScalarAsync<long>(
        $"select count(*) from auditing.audit_logs join users.users u on u.id = actor_id where u.email = '{email}' and action = '{action}'");
}
