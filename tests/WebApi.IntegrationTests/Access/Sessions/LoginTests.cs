using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class LoginTests(AuthApi api) : IClassFixture<AuthApi>
{
    [Fact]
    [Trait("Requirement", "R98")]
    public async Task Signing_in_returns_a_pair_of_tokens_that_must_not_be_cached()
    {
        using var response = await api.LoginAsync();
        var body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (body.Text("data.type"), body.Text("data.attributes.tokenType")).Should().Be(("session", "Bearer"));
        body.At("data.attributes").EnumerateObject().Select(member => member.Name).Should().Equal("accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn");
        body.Text("data.relationships.user.id").Should().Be(await api.UserIdAsync(ApiFixture.Admin));
        body.Text("data.relationships.organization.id").Should().StartWith("org_");
        (body.At("data.attributes.expiresIn").GetInt32(), body.At("data.attributes.refreshExpiresIn").GetInt32()).Should().Be((900, 604800));
        body.Text("data.id").Should().StartWith("ses_");
        body.Text("data.attributes.refreshToken").Should().MatchRegex("^rt_[A-Za-z0-9_-]{43}$");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        using var client = api.CreateClient(body.Text("data.attributes.accessToken"));
        (await client.JsonAsync("/api/v1/me")).Text("data.attributes.email").Should().Be(ApiFixture.Admin);
    }

    [Fact]
    [Trait("Requirement", "R105")]
    [Trait("Requirement", "R106")]
    [Trait("Requirement", "R107")]
    [Trait("Requirement", "R109")]
    public async Task It_sets_both_cookies()
    {
        using var response = await api.LoginAsync();
        var (access, refresh) = await AuthApi.TokensAsync(response);
        (AuthApi.Pair(response, "access_token"), AuthApi.Pair(response, "refresh_token")).Should().Be(($"access_token={access}", $"refresh_token={refresh}"));
        AuthApi.Attributes(response, "access_token").Should().Be("httponly; max-age=900; path=/; samesite=lax; secure");
        AuthApi.Attributes(response, "refresh_token").Should().Be("httponly; max-age=604800; path=/api/auth/refresh; samesite=lax; secure");
    }

    [Fact]
    [Trait("Requirement", "R108")]
    public async Task A_browser_sends_the_refresh_token_to_one_path_only()
    {
        using var response = await api.LoginAsync();
        var browser = new CookieContainer();
        foreach (var line in AuthApi.Cookies(response).Values)
        {
            browser.SetCookies(new Uri("https://api.acme.test/api/auth/login"), line);
        }

        Sent("/api/auth/refresh").Should().BeEquivalentTo("access_token", "refresh_token");
        foreach (var path in new[] { "/", "/api", "/api/auth", "/api/auth/login", "/api/auth/logout", "/api/auth/refreshed", "/api/v1/me" })
        {
            Sent(path).Should().Equal("access_token");
        }

        IEnumerable<string> Sent(string path) => browser.GetCookies(new Uri("https://api.acme.test" + path)).Select(cookie => cookie.Name);
    }

    [Theory]
    [InlineData("nobody@acme.test", ApiFixture.Password)]
    [InlineData(ApiFixture.Admin, "wrong")]
    [InlineData(ApiFixture.Admin, "passw0rd!demo")]
    [InlineData(ApiFixture.Admin, "")]
    public async Task Every_failed_sign_in_has_the_same_error(string email, string password)
    {
        using var response = await api.LoginAsync(email, password);
        var body = await response.JsonAsync();
        (response.StatusCode, body.Text("error.code"), body.Text("error.message"))
            .Should().Be((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", "Invalid email or password"));
        AuthApi.Cookies(response).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{}", "email REQUIRED", "password REQUIRED")]
    [InlineData("""{"email":"nobody","password":"x"}""", "email INVALID_FORMAT")]
    [InlineData("""{"email":"admin@acme.test"}""", "password REQUIRED")]
    [InlineData("""{"email":"admin@acme.test","password":null}""", "password REQUIRED")]
    [InlineData("""{"email":"admin@acme.test","password":"x","role":"ADMIN"}""", "role UNKNOWN_FIELD")]
    public async Task A_wrong_body_is_422_with_the_field(string json, params string[] errors)
    {
        using var response = await api.Anonymous.PostTextAsync("/api/auth/login", json);
        var body = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        body.At("error.details").EnumerateArray().Select(detail => $"{detail.Text("field")} {detail.Text("code")}").Should().Equal(errors);
    }

    [Fact]
    public async Task The_cookie_of_a_revoked_session_does_not_prevent_a_sign_in()
    {
        using var first = await api.LoginAsync();
        var cookie = AuthApi.Pair(first, "access_token");
        using var logout = await api.SendAsync(HttpMethod.Post, "/api/auth/logout", null, ("Cookie", cookie), ("Origin", api.Origin));
        logout.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var second = await api.LoginAsync(cookie: cookie);
        second.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public async Task No_secret_is_logged()
    {
        using var response = await api.LoginAsync();
        var (access, refresh) = await AuthApi.TokensAsync(response);
        using var refused = await api.LoginAsync(password: "my-s3cret-Password");
        foreach (var secret in new[] { access, refresh, ApiFixture.Password, "my-s3cret-Password" })
        {
            api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret) || (line.Exception != null && line.Exception.ToString().Contains(secret)));
        }
    }
}
