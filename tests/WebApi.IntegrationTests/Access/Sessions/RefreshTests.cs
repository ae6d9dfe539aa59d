using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class RefreshTests(AuthApi api) : IClassFixture<AuthApi>
{
    private const string Path = "/api/auth/refresh";

    [Fact]
    [Trait("Requirement", "R109")]
    public async Task A_token_in_the_body_gives_the_next_pair_and_both_cookies()
    {
        using var login = await api.LoginAsync();
        var (_, first) = await AuthApi.TokensAsync(login);
        using var response = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = first });
        var (access, second) = await AuthApi.TokensAsync(response);
        second.Should().NotBe(first);
        AuthApi.Pair(response, "refresh_token").Should().Be($"refresh_token={second}");
        AuthApi.Attributes(response, "access_token").Should().Be("httponly; max-age=900; path=/; samesite=lax; secure");
        AuthApi.Attributes(response, "refresh_token").Should().Be("httponly; max-age=604800; path=/api/auth/refresh; samesite=lax; secure");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        using var client = api.CreateClient(access);
        await client.JsonAsync("/api/v1/me");
    }

    [Fact]
    public async Task A_token_in_the_cookie_needs_no_body_and_a_page_of_ours()
    {
        using var login = await api.LoginAsync();
        var cookie = AuthApi.Pair(login, "refresh_token");
        using var foreign = await api.SendAsync(HttpMethod.Post, Path, null, ("Cookie", cookie), ("Origin", "https://evil.test"));
        (foreign.StatusCode, (await foreign.JsonAsync()).Text("error.code")).Should().Be((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR"));
        using var own = await api.SendAsync(HttpMethod.Post, Path, null, ("Cookie", cookie), ("Origin", api.Origin));
        await AuthApi.TokensAsync(own);
        using var empty = await api.SendAsync(HttpMethod.Post, Path, new { }, ("Cookie", AuthApi.Pair(own, "refresh_token")), ("Sec-Fetch-Site", "same-origin"));
        await AuthApi.TokensAsync(empty);
    }

    [Theory]
    [Trait("Requirement", "R104")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rt_")]
    [InlineData("rt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_missing_and_an_unknown_token_are_rejected(string? token)
    {
        using var response = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = token });
        await ShouldBeRejectedAsync(response);
    }

    [Fact]
    [Trait("Requirement", "R104")]
    public async Task One_kind_of_token_does_not_stand_in_for_the_other()
    {
        using var login = await api.LoginAsync();
        var (access, refresh) = await AuthApi.TokensAsync(login);
        using var asRefresh = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = access });
        await ShouldBeRejectedAsync(asRefresh);
        using var asAccess = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {refresh}"));
        await ShouldBeRejectedAsync(asAccess);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task Reuse_revokes_the_session_although_the_request_is_rejected()
    {
        using var login = await api.LoginAsync();
        var (access, first) = await AuthApi.TokensAsync(login);
        using var refreshed = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = first });
        var (_, second) = await AuthApi.TokensAsync(refreshed);
        api.Clock.Advance(TimeSpan.FromSeconds(11));
        using var reused = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = first });
        await ShouldBeRejectedAsync(reused);
        AuthApi.Cookies(reused).Should().BeEmpty("whoever lost a race must not lose the winner's cookies");
        using var next = await api.SendAsync(HttpMethod.Post, Path, new { refreshToken = second });
        await ShouldBeRejectedAsync(next);
        using var dead = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {access}"));
        await ShouldBeRejectedAsync(dead);
        var mail = await api.MailAsync(ApiFixture.Admin, "We ended one of your sessions");
        mail.Text.Should().Contain("/auth/forgot-password").And.NotContain(first).And.NotContain(second);
    }

    private static async Task ShouldBeRejectedAsync(HttpResponseMessage response) =>
        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid or expired token"));
}
