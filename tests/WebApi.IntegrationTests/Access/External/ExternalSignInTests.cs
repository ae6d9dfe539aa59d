using System.Net;
using CleanApi.WebApi.IntegrationTests.Invitations;
using Microsoft.AspNetCore.WebUtilities;

namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>Signing in with identities at real providers on loopback.</summary>
public sealed class ExternalSignInTests(ExternalApi api) : IClassFixture<ExternalApi>
{
    [Fact]
    [Trait("Requirement", "R110")]
    public async Task Google_is_asked_for_a_code_with_consent_offline_and_PKCE()
    {
        using var browser = new Browser(api);
        using var response = await browser.GetAsync("/api/auth/external/google");
        var query = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        response.StatusCode.Should().Be(HttpStatusCode.Found);
        (query["response_type"], query["prompt"], query["access_type"], query["client_id"]).Should().Be(("code", "consent", "offline", "cleanapi"));
        (query["scope"], query["code_challenge_method"]).Should().Be(("openid email profile", "S256"));
        query["redirect_uri"].Should().Equal("http://127.0.0.1:5080/api/auth/external/google/callback");
        query["state"].ToString().Should().MatchRegex("^tok_[A-Za-z0-9_-]{43}$");
        query["nonce"].ToString().Should().HaveLength(43).And.NotBe(query["code_challenge"].ToString());
        AuthApi.Attributes(response, "external_signin").Should().Be("httponly; max-age=600; path=/api/auth/external; samesite=lax; secure");
    }

    [Fact]
    [Trait("Requirement", "R117")]
    public async Task The_sign_in_page_leads_to_each_provider_and_keeps_where_one_wanted_to_go()
    {
        using var browser = new Pages.Browser(api);
        var page = await browser.GoAsync("/auth/signin?returnUrl=%2Fsettings");
        page.Body.Should().Contain("The Partner").And.Contain("GitHub").And.Contain("href=\"/api/auth/external/google?returnUrl=%2Fsettings\"");
    }

    [Fact]
    [Trait("Requirement", "R113")]
    [Trait("Requirement", "R115")]
    [Trait("Requirement", "R116")]
    [Trait("Requirement", "R232")]
    [Trait("Requirement", "R237")]
    public async Task The_first_sign_in_founds_an_organization_and_the_next_comes_back_to_it()
    {
        const string email = "first@newcomer.test";
        using var browser = new Browser(api);
        using var first = await browser.SignInAsync("google", email, "/welcome?tour=1");
        (first.StatusCode, first.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/welcome?tour=1"));
        var me = (await browser.MeAsync())!.Value;
        (me.Text("data.attributes.email"), me.Text("data.attributes.name"), me.Text("data.attributes.role"), me.Text("data.attributes.status"))
            .Should().Be((email, "first", "ADMIN", "ACTIVE"));
        using var organization = await browser.GetAsync("/api/v1/organization");
        (await organization.JsonAsync()).Text("data.attributes.name").Should().Be("first's organization");

        using var another = new Browser(api);
        using var second = await another.SignInAsync("google", email);
        (second.StatusCode, second.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, "/auth/signed-in"));
        (await another.MeAsync())!.Value.Text("data.id").Should().Be(me.Text("data.id"));

        (await AuditedAsync(email, "sign_in"), await AuditedAsync(email, "account.registered")).Should().Be((2, 1));
        (await api.ScalarAsync<long>($"select count(*) from access.external_identities where email = '{email}' and provider = 'google' and last_used_at is not null"))
            .Should().Be(1);
        (await api.MailAsync(email, "Welcome")).Text.Should().Contain("first's organization");
    }

    [Fact]
    [Trait("Requirement", "R111")]
    public async Task GitHub_signs_in_by_the_address_that_it_calls_primary_and_verified()
    {
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync("GitHub", "octo@newcomer.test");
        response.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        (await browser.MeAsync())!.Value.Text("data.attributes.email").Should().Be("octo@newcomer.test");
        (await api.ScalarAsync<string>("select issuer || ' ' || (subject ~ '^[0-9]+$') from access.external_identities where email = 'octo@newcomer.test'"))
            .Should().Be("https://github.com true");
    }

    [Fact]
    public async Task A_provider_that_returns_the_address_from_its_userinfo_endpoint_can_sign_in()
    {
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync("partner", "userinfo@newcomer.test");
        response.Headers.Location!.OriginalString.Should().Be("/auth/signed-in");
        (await browser.MeAsync())!.Value.Text("data.attributes.email").Should().Be("userinfo@newcomer.test");
    }

    [Theory]
    [Trait("Requirement", "R118")]
    [InlineData("google", "denied", "access_denied")]
    [InlineData("github", "denied", "access_denied")]
    [InlineData("google", "unverified@newcomer.test", "email_unverified")]
    [InlineData("partner", "unverified@newcomer.test", "email_unverified")]
    [InlineData("github", "unverified@newcomer.test", "email_unverified")]
    [InlineData("google", "nobody@newcomer.test", "email_unverified")]
    [InlineData("google", ApiFixture.Member, "account_exists")]
    [InlineData("github", ApiFixture.Member, "account_exists")]
    public async Task A_rejected_sign_in_shows_the_reason_on_the_error_page_and_creates_no_session(string provider, string email, string code)
    {
        using var browser = new Browser(api);
        using var response = await browser.SignInAsync(provider, email, "/welcome");
        (response.StatusCode, response.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.SeeOther, $"/auth/error?code={code}"));
        AuthApi.Cookies(response).Should().BeEmpty();
        (browser.Has("access_token"), browser.Has("refresh_token")).Should().Be((false, false));
        (await api.ScalarAsync<long>($"select count(*) from access.external_identities where email = '{email}'")).Should().Be(0);
    }

    [Fact]
    public async Task A_deactivated_user_cannot_sign_in()
    {
        const string email = "locked@newcomer.test";
        using var browser = new Browser(api);
        using var first = await browser.SignInAsync("google", email);
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{email}'");
        using var response = await browser.SignInAsync("google", email);
        response.Headers.Location!.OriginalString.Should().Be("/auth/error?code=account_unavailable");
        AuthApi.Cookies(response).Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test")]
    [InlineData("/\\evil.test")]
    [InlineData("/\t/evil.test")]
    [InlineData("evil.test")]
    [InlineData("javascript:alert(1)")]
    public async Task It_leads_to_no_other_site(string returnUrl)
    {
        using var browser = new Browser(api);
        using var response = await browser.GetAsync($"/api/auth/external/google?returnUrl={Uri.EscapeDataString(returnUrl)}");
        (response.StatusCode, (await response.JsonAsync()).Text("error.details.0.field")).Should().Be((HttpStatusCode.UnprocessableEntity, "returnUrl"));
    }

    [Theory]
    [InlineData("/api/auth/external/unheard-of")]
    [InlineData("/api/auth/external/unheard-of/callback?state=x&code=y")]
    public async Task A_provider_that_is_not_set_up_is_404(string path)
    {
        using var browser = new Browser(api);
        using var response = await browser.GetAsync(path);
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public async Task No_secret_is_stored_or_logged()
    {
        using var browser = new Browser(api);
        var provider = Browser.As(await browser.BeginAsync("google"), "secret@newcomer.test");
        var callback = await browser.ThroughAsync(provider);
        using var response = await browser.ReturnAsync(callback);
        var (asked, answered) = (QueryHelpers.ParseQuery(provider.Query), QueryHelpers.ParseQuery(callback.Query));
        foreach (var secret in new[] { asked["nonce"].ToString(), answered["state"].ToString(), answered["code"].ToString(), "special=characters" })
        {
            api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret) || (line.Exception != null && line.Exception.ToString().Contains(secret)));
            (await api.ScalarAsync<long>($"select count(*) from access.one_time_tokens t where position('{secret}' in t::text) > 0")).Should().Be(0);
        }
    }

    private Task<long> AuditedAsync(string email, string action) => api.ScalarAsync<long>(
        $"select count(*) from auditing.audit_logs join users.users u on u.id = actor_id where u.email = '{email}' and action = '{action}'");
}
