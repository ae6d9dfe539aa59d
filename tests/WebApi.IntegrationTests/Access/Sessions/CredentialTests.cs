using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class CredentialTests(AuthApi api) : IClassFixture<AuthApi>
{
    private const string Me = "/api/v1/me";
    private const string Logout = "/api/auth/logout";

    [Fact]
    [Trait("Requirement", "R109")]
    public async Task Signing_out_expires_both_cookies_revokes_the_token_immediately_and_is_idempotent()
    {
        using var login = await api.LoginAsync();
        var bearer = ("Authorization", $"Bearer {(await AuthApi.TokensAsync(login)).Access}");
        for (var i = 0; i < 2; i++)
        {
            using var logout = await api.SendAsync(HttpMethod.Post, Logout, null, bearer);
            logout.StatusCode.Should().Be(HttpStatusCode.NoContent);
            (AuthApi.Pair(logout, "access_token"), AuthApi.Pair(logout, "refresh_token")).Should().Be(("access_token=", "refresh_token="));
            AuthApi.Attributes(logout, "access_token").Should().Be("expires=thu, 01 jan 1970 00:00:00 gmt; httponly; max-age=0; path=/; samesite=lax; secure");
            AuthApi.Attributes(logout, "refresh_token").Should().Contain("max-age=0; path=/api/auth/refresh");
        }

        using var dead = await api.SendAsync(HttpMethod.Get, Me, null, bearer);
        await ShouldBeRejectedAsync(dead, "Invalid or expired token");
    }

    [Fact]
    public async Task Signing_out_requires_a_credential()
    {
        using var response = await api.SendAsync(HttpMethod.Post, Logout, null);
        await ShouldBeRejectedAsync(response, "Authentication required");
    }

    [Theory]
    [Trait("Requirement", "R103")]
    [InlineData(null, "Authentication required", false)]
    [InlineData("Basic YWRtaW46cGFzcw==", "Authentication required", false)]
    [InlineData("Bearer", "Authentication required", false)]
    [InlineData("Bearer x", "Invalid or expired token", true)]
    [InlineData("bearer eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ1c3IifQ.", "Invalid or expired token", true)]
    public async Task An_anonymous_request_is_challenged(string? authorization, string message, bool isInvalid)
    {
        using var response = await api.SendAsync(HttpMethod.Get, Me, null, ("Authorization", authorization));
        await ShouldBeRejectedAsync(response, message);
        var challenge = response.Headers.WwwAuthenticate.ToString();
        challenge.Should().StartWith("Bearer realm=\"CleanApi\"");
        if (isInvalid)
        {
            challenge.Should().Contain("error=\"invalid_token\"");
        }
    }

    [Fact]
    public async Task An_anonymous_request_is_rejected_before_its_body_is_read()
    {
        using var response = await api.Anonymous.PostTextAsync("/api/v1/users", "not json", "text/plain");
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_cookie_is_accepted_for_safe_methods()
    {
        var cookie = await CookieAsync();
        using var response = await api.SendAsync(HttpMethod.Get, Me, null, ("Cookie", cookie));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        using var invalid = await api.SendAsync(HttpMethod.Get, Me, null, ("Cookie", "access_token=x"));
        await ShouldBeRejectedAsync(invalid, "Invalid or expired token");
        invalid.Headers.WwwAuthenticate.ToString().Should().Contain("error=\"invalid_token\"");
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("https://evil.test", null, false)]
    [InlineData("null", null, false)]
    [InlineData("own", null, true)]
    [InlineData("own", "same-origin", true)]
    [InlineData(null, "none", true)]
    [InlineData("own", "same-site", false)]
    [InlineData("own", "cross-site", false)]
    public async Task With_the_cookie_only_our_own_pages_change_anything(string? origin, string? fetchSite, bool isAllowed)
    {
        var cookie = await CookieAsync();
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Put, HttpMethod.Post, HttpMethod.Delete })
        {
            using var response = await api.SendAsync(
                method, "/api/v1/users/usr_01h455vb4pex5vsknk084sn02q", new { }, ("Cookie", cookie), ("Origin", origin == "own" ? api.Origin : origin), ("Sec-Fetch-Site", fetchSite));
            if (isAllowed)
            {
                response.StatusCode.Should().NotBe(HttpStatusCode.Forbidden).And.NotBe(HttpStatusCode.Unauthorized);
            }
            else if (response.StatusCode != HttpStatusCode.MethodNotAllowed)
            {
                (response.StatusCode, (await response.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR"));
            }
        }
    }

    [Fact]
    public async Task A_header_needs_no_origin_and_goes_before_the_cookie()
    {
        using var login = await api.LoginAsync();
        var (access, _) = await AuthApi.TokensAsync(login);
        using var response = await api.SendAsync(
            HttpMethod.Patch, Me, new { bio = "Hello" }, ("Authorization", $"Bearer {access}"), ("Cookie", "access_token=x"), ("Origin", "https://app.acme.test"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static async Task ShouldBeRejectedAsync(HttpResponseMessage response, string message) =>
        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, message));

    private async Task<string> CookieAsync()
    {
        using var login = await api.LoginAsync();
        return AuthApi.Pair(login, "access_token");
    }
}
