using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Listing and revoking one's own sessions.</summary>
public sealed class SessionListTests(AuthApi api) : IClassFixture<AuthApi>
{
    private const string Path = "/api/v1/me/sessions";
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task The_list_has_each_session_with_its_device_and_marks_the_current_one()
    {
        var (phone, _) = await SignInAsync("user11@acme.test", "curl/8.5.0");
        var (desk, _) = await SignInAsync("user11@acme.test", Firefox);
        var sessions = await ListAsync(desk);
        sessions.Select(session => (session.Text("attributes.device"), session.At("attributes.current").GetBoolean()))
            .Should().Equal(("Firefox on Linux", true), ("curl", false));
        var present = sessions[0];
        (present.Text("type"), present.Text("attributes.userAgent"), present.Text("attributes.ipAddress")).Should().Be(("session", Firefox, "127.0.0.1"));
        present.Text("id").Should().StartWith("ses_");
        var (created, used, expires) = (Time(present, "createdAt"), Time(present, "lastUsedAt"), Time(present, "expiresAt"));
        (used, expires).Should().Be((created, created.AddDays(7)));
        (await ListAsync(phone)).Select(session => session.At("attributes.current").GetBoolean()).Should().Equal(false, true);
    }

    [Fact]
    public async Task A_refresh_is_shown_and_ended_sessions_are_not_listed()
    {
        var (access, refresh) = await SignInAsync("user12@acme.test");
        await SignInAsync("user12@acme.test");
        api.Clock.Advance(TimeSpan.FromDays(4));
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        (access, _) = await AuthApi.TokensAsync(refreshed);
        var sessions = await ListAsync(access);
        sessions.Should().HaveCount(2);
        (Time(sessions[1], "lastUsedAt") - Time(sessions[1], "createdAt")).Should().BeCloseTo(TimeSpan.FromDays(4), TimeSpan.FromMinutes(5));
        api.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        using var again = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = (await AuthApi.TokensAsync(refreshed)).Refresh });
        (await ListAsync((await AuthApi.TokensAsync(again)).Access)).Should().ContainSingle("the other one has not been used for seven days");
    }

    [Fact]
    public async Task Revoking_a_session_invalidates_its_tokens_immediately()
    {
        var (phone, phoneRefresh) = await SignInAsync("user13@acme.test");
        var (desk, _) = await SignInAsync("user13@acme.test");
        var id = (await ListAsync(desk))[1].Text("id")!;
        (await SendAsync(desk, HttpMethod.Delete, $"{Path}/{id}")).Should().Be(HttpStatusCode.NoContent);
        (await SendAsync(phone, HttpMethod.Get, "/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        await ExpectNoRefreshAsync(phoneRefresh);
        (await SendAsync(desk, HttpMethod.Get, "/api/v1/me")).Should().Be(HttpStatusCode.OK);
        (await SendAsync(desk, HttpMethod.Delete, $"{Path}/{id}")).Should().Be(HttpStatusCode.NotFound, "it has ended already");
        (await api.ScalarAsync<long>(
            $"select count(*) from auditing.audit_logs where action = 'session.ended' and outcome = 'SUCCEEDED' and target_type = 'session' and target_id = '{id}'"))
            .Should().Be(1);
    }

    [Theory]
    [InlineData("user15@acme.test")]
    [InlineData(ApiFixture.OtherAdmin)]
    public async Task Another_user_s_session_is_not_found(string other)
    {
        var (mine, _) = await SignInAsync("user14@acme.test");
        var (theirs, _) = await SignInAsync(other);
        var id = (await ListAsync(theirs)).First(session => session.At("attributes.current").GetBoolean()).Text("id")!;
        using var response = await api.SendAsync(HttpMethod.Delete, $"{Path}/{id}", null, ("Authorization", $"Bearer {mine}"));
        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.NotFound, $"Session with ID {id} not found"));
        (await SendAsync(theirs, HttpMethod.Get, "/api/v1/me")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_others_are_ended_and_the_present_one_goes_on()
    {
        var others = new[] { await SignInAsync("user16@acme.test"), await SignInAsync("user16@acme.test") };
        var (present, presentRefresh) = await SignInAsync("user16@acme.test");
        (await SendAsync(present, HttpMethod.Delete, Path)).Should().Be(HttpStatusCode.NoContent);
        foreach (var (access, refresh) in others)
        {
            (await SendAsync(access, HttpMethod.Get, "/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
            await ExpectNoRefreshAsync(refresh);
        }

        (await ListAsync(present)).Should().ContainSingle();
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = presentRefresh });
        refreshed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await EndedAsync("user16@acme.test")).Should().Be(2, "each has an entry of its own");
        (await SendAsync(present, HttpMethod.Delete, Path)).Should().Be(HttpStatusCode.NoContent, "nothing is left to end");
    }

    [Fact]
    [Trait("Requirement", "R109")]
    public async Task Signing_out_everywhere_revokes_all_sessions_and_expires_the_cookies()
    {
        var (other, otherRefresh) = await SignInAsync("user17@acme.test");
        var (present, presentRefresh) = await SignInAsync("user17@acme.test");
        using var response = await api.SendAsync(HttpMethod.Post, "/api/auth/logout-all", null, ("Authorization", $"Bearer {present}"));
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        AuthApi.Attributes(response, "access_token").Should().Be("expires=thu, 01 jan 1970 00:00:00 gmt; httponly; max-age=0; path=/; samesite=lax; secure");
        AuthApi.Attributes(response, "refresh_token").Should().Contain("max-age=0; path=/api/auth/refresh");
        foreach (var (access, refresh) in new[] { (other, otherRefresh), (present, presentRefresh) })
        {
            (await SendAsync(access, HttpMethod.Get, "/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
            await ExpectNoRefreshAsync(refresh);
        }

        (await EndedAsync("user17@acme.test")).Should().Be(2);
        (await SendAsync(present, HttpMethod.Post, "/api/auth/logout-all")).Should().Be(HttpStatusCode.Unauthorized, "a dead token ends nobody's sessions");
    }

    [Fact]
    public async Task Only_signed_in_users_have_sessions()
    {
        (await SendAsync(null, HttpMethod.Get, Path)).Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(null, HttpMethod.Delete, Path)).Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(null, HttpMethod.Post, "/api/auth/logout-all")).Should().Be(HttpStatusCode.Unauthorized);
    }

    private static DateTimeOffset Time(JsonElement session, string name) => session.At($"attributes.{name}").GetDateTimeOffset();

    private Task<long> EndedAsync(string email) => api.ScalarAsync<long>(
        $"""
        select count(*) from auditing.audit_logs entry join users.users person on person.id = entry.actor_id
        where person.email = '{email}' and action = 'session.ended' and target_id like 'ses_%'
        """);

    private async Task<(string Access, string Refresh)> SignInAsync(string email, string? userAgent = null)
    {
        using var response = await api.SendAsync(
            HttpMethod.Post, "/api/auth/login", new { email, password = ApiFixture.Password }, ("User-Agent", userAgent));
        return await AuthApi.TokensAsync(response);
    }

    private async Task<List<JsonElement>> ListAsync(string access)
    {
        using var client = api.CreateClient(access);
        return [.. (await client.JsonAsync(Path)).At("data").EnumerateArray()];
    }

    private async Task<HttpStatusCode> SendAsync(string? access, HttpMethod method, string path)
    {
        using var response = await api.SendAsync(method, path, null, ("Authorization", access is null ? null : $"Bearer {access}"));
        return response.StatusCode;
    }

    private async Task ExpectNoRefreshAsync(string refresh)
    {
        using var response = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }
}
