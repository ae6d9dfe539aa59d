using System.Net;
using System.Net.Http.Headers;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Two instances with one database: what one revokes, the other rejects at the next request.</summary>
public sealed class RevocationTests(RevocationApi api) : IClassFixture<RevocationApi>
{
    public static TheoryData<string> Ends => ["logout", "logout-all", "delete", "deactivate", "role", "end-other"];

    [Theory]
    [MemberData(nameof(Ends))]
    [Trait("Requirement", "R30")]
    [Trait("Requirement", "R103")]
    public async Task An_access_token_is_revoked_immediately_on_every_instance(string end)
    {
        var person = api.NextPerson();
        var (access, refresh) = await SignInAsync(person);
        // Cached as verified on that instance.
        (await ElsewhereAsync(access, "/api/v1/me")).Should().Be(HttpStatusCode.OK);
        await EndAsync(end, person, access);
        foreach (var path in new[] { "/api/v1/me", "/api/v1/users", "/api/v1/me/sessions" })
        {
            (await ElsewhereAsync(access, path)).Should().Be(HttpStatusCode.Unauthorized, path);
            using var here = await api.SendAsync(HttpMethod.Get, path, null, ("Authorization", $"Bearer {access}"));
            here.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        using var client = api.Another.CreateDefaultClient();
        using var refreshed = await client.PostJsonAsync("/api/auth/refresh", new { refreshToken = refresh });
        // A role change revokes no session, it only invalidates the old access tokens.
        refreshed.StatusCode.Should().Be(end == "role" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task Fifty_concurrent_refreshes_on_two_instances_return_one_successor_and_revoke_nothing()
    {
        var (_, refresh) = await SignInAsync(api.NextPerson());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => RefreshAsync(i % 2 == 0, refresh)));
        answers.Select(answer => answer.Refresh).Distinct().Should().ContainSingle().Which.Should().NotBe(refresh);
        (await api.ScalarAsync<long>(
            "select count(*) from access.refresh_tokens where session_id = (select id from access.sessions order by created_at desc, id desc limit 1)")).Should().Be(2);
        foreach (var (access, _) in answers)
        {
            (await ElsewhereAsync(access, "/api/v1/me")).Should().Be(HttpStatusCode.OK);
        }

        (await RefreshAsync(true, answers[0].Refresh)).Refresh.Should().NotBe(answers[0].Refresh);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task The_loser_of_concurrent_refreshes_is_rejected_and_the_winner_keeps_session_and_cookies()
    {
        var (_, first) = await SignInAsync(api.NextPerson());
        var (_, second) = await RefreshAsync(true, first);
        var (access, third) = await RefreshAsync(true, second);
        using var late = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", null, ("Cookie", $"refresh_token={first}"), ("Origin", api.Origin));
        late.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        AuthApi.Cookies(late).Should().BeEmpty();
        (await ElsewhereAsync(access, "/api/v1/me")).Should().Be(HttpStatusCode.OK);
        await RefreshAsync(false, third);
    }

    private async Task EndAsync(string end, string person, string access)
    {
        var admin = $"Bearer {await api.TokenAsync(ApiFixture.Admin)}";
        var id = await api.UserIdOfAsync(person);
        using var response = end switch
        {
            "delete" => await api.SendAsync(HttpMethod.Delete, $"/api/v1/users/{id}", null, ("Authorization", admin)),
            "deactivate" => await api.SendAsync(HttpMethod.Post, $"/api/v1/users/{id}/deactivate", null, ("Authorization", admin)),
            "role" => await api.SendAsync(HttpMethod.Patch, $"/api/v1/users/{id}", new { role = "ADMIN" }, ("Authorization", admin)),
            "end-other" => await api.SendAsync(
                HttpMethod.Delete, "/api/v1/me/sessions", null, ("Authorization", $"Bearer {(await SignInAsync(person)).Access}")),
            _ => await api.SendAsync(HttpMethod.Post, $"/api/auth/{end}", null, ("Authorization", $"Bearer {access}")),
        };
        response.IsSuccessStatusCode.Should().BeTrue(await response.Content.ReadAsStringAsync());
    }

    private async Task<(string Access, string Refresh)> SignInAsync(string email)
    {
        using var response = await api.LoginAsync(email);
        return await AuthApi.TokensAsync(response);
    }

    private async Task<(string Access, string Refresh)> RefreshAsync(bool isHere, string refreshToken)
    {
        using var client = isHere ? api.Anonymous : api.Another.CreateDefaultClient();
        using var response = await client.PostJsonAsync("/api/auth/refresh", new { refreshToken });
        return await AuthApi.TokensAsync(response);
    }

    private async Task<HttpStatusCode> ElsewhereAsync(string access, string path)
    {
        using var client = api.Another.CreateDefaultClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", access);
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
