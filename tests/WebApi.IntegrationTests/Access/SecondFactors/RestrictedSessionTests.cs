using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>What users of an organization that requires MFA can do before they have enrolled.</summary>
public sealed class RestrictedSessionTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Denied = "Your organization requires you to set up a second factor first";

    [Fact]
    public async Task A_session_without_the_required_factor_is_for_setting_one_up_and_for_nothing_else()
    {
        await RequireAsync(true);
        using var login = await api.LoginAsync(ApiFixture.Member);
        var (access, refresh) = await AuthApi.TokensAsync(login);
        await RestrictedAsync(access);
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        var (next, last) = await AuthApi.TokensAsync(refreshed);
        await RestrictedAsync(next);
        await RequireAsync(false);
        using var again = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = last });
        using var free = api.CreateClient((await AuthApi.TokensAsync(again)).Access);
        await free.JsonAsync("/api/v1/users");
    }

    [Fact]
    public async Task No_connection_is_opened_either()
    {
        await RequireAsync(true);
        await api.ExecuteAsync("update users.users set role = 'ADMIN' where email = 'user40@acme.test'");
        using var restricted = api.CreateClient(await api.SignInAsync("user40@acme.test"));
        foreach (var path in new[] { "/api/v1/events", "/api/v1/events/stream", "/hubs/events" })
        {
            using var response = await restricted.GetAsync(path);
            (response.StatusCode, (await response.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"), path);
        }

        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs where outcome = 'DENIED' and reason = 'MFA_REQUIRED' and action in ('list_events', 'stream_events', 'open_event_connection')"))
            .Should().Be(3, "each of them is recorded");
        await RequireAsync(false);
    }

    [Fact]
    public async Task Another_organization_is_not_concerned()
    {
        await RequireAsync(true);
        using var client = api.CreateClient(await api.SignInAsync(ApiFixture.OtherAdmin));
        await client.JsonAsync("/api/v1/users");
        await RequireAsync(false);
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task Enrolling_ends_the_restriction_at_the_next_refresh()
    {
        await RequireAsync(true);
        using var login = await api.LoginAsync("user01@acme.test");
        var (access, refresh) = await AuthApi.TokensAsync(login);
        using var restricted = api.CreateClient(access);
        using var denied = await restricted.GetAsync("/api/v1/users");
        (denied.StatusCode, (await denied.JsonAsync()).Text("error.details.0.code")).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        (await restricted.JsonAsync(SecondFactorApi.TotpPath)).At("data.attributes.enabled").GetBoolean().Should().BeFalse();
        var app = await api.BeginAsync(restricted);
        using var confirmed = await restricted.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        using var dead = await restricted.GetAsync("/api/v1/users");
        dead.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the token that says so is dead");
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        using var free = api.CreateClient((await AuthApi.TokensAsync(refreshed)).Access);
        await free.JsonAsync("/api/v1/users");
        (await api.AuditedAsync("user01@acme.test", "mfa.enabled")).Should().Be(1);
        (await api.ScalarAsync<string>("select target_type from auditing.audit_logs where action = 'mfa.enabled' limit 1")).Should().Be("account");

        using var last = await free.DeleteAsync(SecondFactorApi.TotpPath);
        (await SecondFactorApi.ErrorAsync(last, HttpStatusCode.Conflict)).Should().Be("An organization that you are in requires a second factor: set up another one first");
        (await last.JsonAsync()).Text("error.details.0.code").Should().Be("LAST_SECOND_FACTOR");
        await RequireAsync(false);
    }

    [Fact]
    public async Task A_passkey_ends_the_restriction_as_well()
    {
        await RequireAsync(true);
        using var authenticator = new SoftAuthenticator();
        using var login = await api.LoginAsync("user02@acme.test");
        var (access, refresh) = await AuthApi.TokensAsync(login);
        using var restricted = api.CreateClient(access);
        using var begun = await restricted.PostAsync($"{PasskeyApi.Path}/options", null);
        var challenge = (await begun.JsonAsync()).At("data.attributes");
        var credential = authenticator.Create(challenge.At("options"));
        using var added = await restricted.PostJsonAsync(PasskeyApi.Path, new { token = challenge.Text("token"), credential, name = "Laptop" });
        added.StatusCode.Should().Be(HttpStatusCode.Created);
        using var dead = await restricted.GetAsync("/api/v1/users");
        dead.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "the token that says so is dead");
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        using var free = api.CreateClient((await AuthApi.TokensAsync(refreshed)).Access);
        await free.JsonAsync("/api/v1/users");
        (await api.ScalarAsync<string>("select target_type from auditing.audit_logs where action = 'passkey.added'")).Should().Be("passkey");
        await RequireAsync(false);
    }

    [Fact]
    public async Task A_user_who_must_enrol_can_list_and_revoke_their_sessions()
    {
        await RequireAsync(true);
        using var restricted = api.CreateClient(await api.SignInAsync("user03@acme.test"));
        (await restricted.JsonAsync("/api/v1/me/sessions")).At("data").GetArrayLength().Should().Be(1);
        using var left = await restricted.PostAsync("/api/auth/logout-all", null);
        left.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var dead = await restricted.GetAsync("/api/v1/me");
        dead.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        await RequireAsync(false);
    }

    [Fact]
    public async Task The_requirement_is_an_administrator_s_to_change_and_is_audited()
    {
        using var member = await api.ClientAsync(ApiFixture.Member);
        using var refused = await member.PatchTextAsync("/api/v1/organization", """{"requireSecondFactor":true}""");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var admin = await api.ClientAsync(ApiFixture.Admin);
        using var removed = await admin.PatchTextAsync("/api/v1/organization", """{"requireSecondFactor":null}""");
        removed.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var app = await api.BeginAsync(admin);
        using var enrolled = await admin.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        using var changed = await admin.PatchTextAsync("/api/v1/organization", """{"requireSecondFactor":true}""");
        (await changed.JsonAsync()).At("data.attributes.requireSecondFactor").GetBoolean().Should().BeTrue();
        (await admin.JsonAsync("/api/v1/organization")).At("data.attributes.requireSecondFactor").GetBoolean().Should().BeTrue();
        (await api.ScalarAsync<string>("select changes::text from auditing.audit_logs where action = 'organization.updated' and changes ? 'requireSecondFactor' limit 1"))
            .Should().Be("""{"requireSecondFactor": {"to": true, "from": false}}""");
        using var back = await admin.PatchTextAsync("/api/v1/organization", """{"requireSecondFactor":false}""");
        back.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private async Task RestrictedAsync(string token)
    {
        using var client = api.CreateClient(token);
        await client.JsonAsync("/api/v1/me");
        await client.JsonAsync("/api/v1/me?include=organization");
        foreach (var path in new[] { "/api/v1/users", "/api/v1/organization" })
        {
            using var response = await client.GetAsync(path);
            await ShouldBeRejectedAsync(response);
        }

        using var patch = await client.PatchTextAsync("/api/v1/me", """{"bio":"x"}""");
        await ShouldBeRejectedAsync(patch);
    }

    private static async Task ShouldBeRejectedAsync(HttpResponseMessage response)
    {
        var body = await response.JsonAsync();
        (response.StatusCode, body.Text("error.code"), body.Text("error.message")).Should().Be((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", Denied));
    }

    // By SQL, so that the administrator who changes it is not restricted.
    private Task RequireAsync(bool isRequired) =>
        api.ExecuteAsync($"update organizations.organizations set require_second_factor = {isRequired} where name = 'Acme'");
}
