using System.Net;
using CleanApi.WebApi.IntegrationTests.Pages;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Sign-out ends the session whichever of its credentials is left.</summary>
[Trait("Requirement", "R248")]
public sealed class LogoutTests(AuthApi api) : IClassFixture<AuthApi>
{
    private const string Logout = "/api/auth/logout";
    private const string ByCookie = "/api/auth/refresh/logout";

    [Fact]
    public async Task A_refresh_token_alone_signs_out_and_so_it_does_again()
    {
        var (access, refresh) = await SignInAsync();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await api.SendAsync(HttpMethod.Post, Logout, new { refreshToken = refresh });
            answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
            AuthApi.Pair(answer, "refresh_token").Should().Be("refresh_token=");
        }

        await ShouldBeEndedAsync(access, refresh);
    }

    [Fact]
    public async Task A_refresh_token_that_was_exchanged_signs_out_too()
    {
        var (_, first) = await SignInAsync();
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = first });
        var (access, second) = await AuthApi.TokensAsync(refreshed);
        using var answer = await api.SendAsync(HttpMethod.Post, Logout, new { refreshToken = first });
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await ShouldBeEndedAsync(access, second);
    }

    [Fact]
    public async Task A_session_s_refresh_token_signs_it_out_when_the_access_token_is_of_another_one()
    {
        var (mine, _) = await SignInAsync();
        var (access, refresh) = await SignInAsync();
        using var answer = await api.SendAsync(HttpMethod.Post, Logout, new { refreshToken = refresh }, ("Authorization", $"Bearer {mine}"));
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await ShouldBeEndedAsync(access, refresh);
        (await MeAsync(mine)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refresh_token_signs_out_although_the_access_token_beside_it_is_invalid()
    {
        var (access, refresh) = await SignInAsync();
        using var answer = await api.SendAsync(HttpMethod.Post, Logout, new { refreshToken = refresh }, ("Authorization", "Bearer forged"));
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await ShouldBeEndedAsync(access, refresh);
    }

    [Theory]
    [InlineData("unknown-token-unknown-token-unknown-token-0")]
    [InlineData("")]
    public async Task A_token_that_nobody_has_is_rejected(string token)
    {
        using var answer = await api.SendAsync(HttpMethod.Post, Logout, new { refreshToken = token });
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Neither_token_is_no_sign_out()
    {
        using var empty = await api.SendAsync(HttpMethod.Post, Logout, new { });
        using var forged = await api.SendAsync(HttpMethod.Post, Logout, null, ("Authorization", "Bearer forged"));
        (empty.StatusCode, forged.StatusCode).Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_browser_signs_out_by_its_refresh_cookie_after_the_access_token_s_end()
    {
        var (access, refresh) = await SignInAsync();
        using var foreign = await api.SendAsync(HttpMethod.Post, ByCookie, null, ("Cookie", $"refresh_token={refresh}"), ("Origin", "https://elsewhere.example"));
        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await MeAsync(access)).Should().Be(HttpStatusCode.OK);
        using var answer = await api.SendAsync(HttpMethod.Post, ByCookie, null, ("Cookie", $"refresh_token={refresh}"), ("Origin", api.Origin));
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (AuthApi.Pair(answer, "access_token"), AuthApi.Pair(answer, "refresh_token")).Should().Be(("access_token=", "refresh_token="));
        await ShouldBeEndedAsync(access, refresh);
        using var foreignAccess = await api.SendAsync(HttpMethod.Post, Logout, null, ("Cookie", $"access_token={access}"), ("Origin", "https://elsewhere.example"));
        foreignAccess.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        // What a form of another site makes a browser send, without the cookie: it must not forget its cookies.
        using var form = await api.SendAsync(HttpMethod.Post, ByCookie, null, ("Origin", "https://elsewhere.example"));
        (form.StatusCode, AuthApi.Cookies(form).Count).Should().Be((HttpStatusCode.Forbidden, 0));
        using var again = await api.SendAsync(HttpMethod.Post, ByCookie, null);
        again.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_page_s_button_ends_the_session_when_the_access_token_is_gone()
    {
        using var browser = new Browser(api);
        await browser.SignInAsync(ApiFixture.Viewer);
        var (access, refresh) = (browser.Cookies["access_token"], browser.Cookies["refresh_token"]);
        browser.Cookies.Remove("access_token");
        (await browser.SubmitAsync("/api/auth/refresh/page/signout")).Header("Location").Should().Be("/auth/signin?notice=signed-out");
        await ShouldBeEndedAsync(access, refresh);
    }

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        using var login = await api.LoginAsync();
        return await AuthApi.TokensAsync(login);
    }

    private async Task ShouldBeEndedAsync(string access, string refresh)
    {
        (await MeAsync(access)).Should().Be(HttpStatusCode.Unauthorized);
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        refreshed.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> MeAsync(string access)
    {
        using var answer = await api.SendAsync(HttpMethod.Get, "/api/v1/me", null, ("Authorization", $"Bearer {access}"));
        return answer.StatusCode;
    }
}
