using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>What switching opens continues the session that it came from: one sign-in, with one end.</summary>
public sealed class OneSignInTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Sessions = "/api/v1/me/sessions";

    [Theory]
    [InlineData("sign-out of the first")]
    [InlineData("sign-out of the second")]
    [InlineData("sign-out by the refresh token")]
    [InlineData("reuse of a refresh token")]
    [InlineData("end of the second in the list")]
    [Trait("Requirement", "R248")]
    public async Task It_ends_in_every_organization_and_each_has_it_in_its_own_log(string how)
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        var (access, refresh) = await api.TokensInAsync(email, first);
        using var here = api.CreateClient(access);
        using var there = await api.SwitchedAsync(here, second);
        using var other = await api.SignedInAsync(email, second);

        await EndAsync(how, here, there, refresh);

        (await StatusAsync(here), await StatusAsync(there), await StatusAsync(other))
            .Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK), "the other sign-in is one of its own");
        (await api.ScalarAsync<long>(
            $"""
            select count(distinct log.organization_id) from auditing.audit_logs log join access.sessions session on session.organization_id = log.organization_id
              join access.accounts account on account.id = session.account_id
            where account.email = '{email}' and session.revoked_at is not null and log.action in ('session.ended', 'sign_out', 'token.reuse_detected')
            """)).Should().Be(2);
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task The_first_factor_ends_the_other_sessions_in_every_organization()
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        using var stolen = await api.SignedInAsync(email, first);
        using var elsewhere = await api.SwitchedAsync(stolen, second);
        using var owner = await api.SignedInAsync(email, first);
        using var begun = await owner.PostAsync(SecondFactorApi.TotpPath, null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
        using var confirmed = await owner.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);

        (await StatusAsync(stolen), await StatusAsync(elsewhere), await StatusAsync(owner))
            .Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK));
        (await api.ScalarAsync<long>(
            $"""
            select count(distinct log.organization_id) from auditing.audit_logs log join access.sessions session on session.organization_id = log.organization_id
              join access.accounts account on account.id = session.account_id
            where account.email = '{email}' and session.revoked_at is not null and log.action = 'session.ended'
            """)).Should().Be(2);
    }

    [Fact]
    public async Task It_lasts_30_days_however_often_one_switches()
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        var (access, refresh) = await api.TokensInAsync(email, first);
        for (var day = 0; day < 24; day += 6)
        {
            api.Clock.Advance(TimeSpan.FromDays(6));
            (access, refresh) = await RefreshedAsync(refresh);
        }

        using var here = api.CreateClient(access);
        using var switched = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
        var (_, there) = await AuthApi.TokensAsync(switched);
        api.Clock.Advance(TimeSpan.FromDays(5));
        (_, there) = await RefreshedAsync(there);
        api.Clock.Advance(TimeSpan.FromDays(1));
        using var ended = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = there });
        ended.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_list_has_those_of_all_organizations_and_ending_the_others_ends_them_everywhere()
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        using var here = await api.SignedInAsync(email, first);
        using var there = await api.SwitchedAsync(here, second);
        using var other = await api.SignedInAsync(email, second);

        var listed = (await here.JsonAsync(Sessions)).At("data").EnumerateArray().ToList();
        listed.Select(session => (session.Text("relationships.organization.id"), session.At("attributes.current").GetBoolean())).Take(3)
            .Should().Equal((second, false), (second, false), (first, true));

        using var response = await here.DeleteAsync(Sessions);
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await StatusAsync(here), await StatusAsync(there), await StatusAsync(other))
            .Should().Be((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), "a thief may have switched from this very session");
        (await here.JsonAsync(Sessions)).At("data").EnumerateArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Whoever_ends_it_in_the_list_ends_nobody_else_s()
    {
        var (email, first, _, admin) = await api.MemberOfTwoAsync();
        using var here = await api.SignedInAsync(email, first);
        using var stranger = await api.SignedInAsync(admin);
        var id = (await stranger.JsonAsync(Sessions)).At("data").EnumerateArray().Single(session => session.At("attributes.current").GetBoolean()).Text("id");

        using var refused = await here.DeleteAsync($"{Sessions}/{id}");

        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await StatusAsync(stranger)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/v1/me");
        return response.StatusCode;
    }

    private async Task<(string Access, string Refresh)> RefreshedAsync(string refreshToken)
    {
        using var response = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken });
        return await AuthApi.TokensAsync(response);
    }

    private async Task EndAsync(string how, HttpClient here, HttpClient there, string refresh)
    {
        if (how == "reuse of a refresh token")
        {
            await RefreshedAsync(refresh);
            api.Clock.Advance(TimeSpan.FromSeconds(11));
            using var reused = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
            reused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            return;
        }

        using var response = how switch
        {
            "sign-out of the first" => await here.PostAsync("/api/auth/logout", null),
            "sign-out of the second" => await there.PostAsync("/api/auth/logout", null),
            "sign-out by the refresh token" => await api.SendAsync(HttpMethod.Post, "/api/auth/logout", new { refreshToken = refresh }),
            _ => await here.DeleteAsync($"{Sessions}/{await CurrentAsync(there)}"),
        };
        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task<string> CurrentAsync(HttpClient client) =>
        (await client.JsonAsync(Sessions)).At("data").EnumerateArray().Single(session => session.At("attributes.current").GetBoolean()).Text("id")!;
}
