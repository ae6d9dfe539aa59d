using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

public sealed class SwitchOrganizationTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Another_session_of_the_account_opens_with_the_proof_of_the_present_one_which_goes_on()
    {
        var (email, first, second, _) = await api.PersonAsync();
        using var here = await api.SignedInAsync(email, first);
        api.Clock.Advance(TimeSpan.FromMinutes(5));

        using var there = await api.SwitchedAsync(here, second);

        (await there.JsonAsync("/api/v1/me?include=organization")).Text("data.relationships.organization.id").Should().Be(second);
        (await here.JsonAsync("/api/v1/me")).Text("data.relationships.organization.id").Should().Be(first);
        (await api.ScalarAsync<long>(
            $"""
            select count(distinct authenticated_at) from access.sessions s join access.accounts a on a.id = s.account_id where a.email = '{email}'
            """)).Should().Be(2, "of three sessions, switching has proved nothing anew");
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs l join access.sessions s on l.target_id is not null and l.organization_id = s.organization_id and l.actor_id = s.user_id
            join access.accounts a on a.id = s.account_id where a.email = '{email}' and l.action = 'sign_in' and l.organization_id <> '{Uuid(first)}'
            """)).Should().Be(1, "it is audited in the organization that is entered");
        // The last one is where a sign-in that names none goes.
        using var next = await api.SignedInAsync(email);
        (await next.JsonAsync("/api/v1/me")).Text("data.relationships.organization.id").Should().Be(second);
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task An_organization_of_others_is_not_found_like_one_that_never_was()
    {
        var (email, first, _, _) = await api.PersonAsync();
        using var stranger = await api.SignedInAsync(await api.OrganizationAsync("Strangers Ltd"));
        var foreign = (await PeopleApi.OrganizationsAsync(stranger)).Values.Single();
        using var client = await api.SignedInAsync(email, first);

        foreach (var organizationId in new[] { foreign, "org_01h455vb4pex5vsknk084sn02q" })
        {
            using var response = await client.PostJsonAsync("/api/auth/switch-organization", new { organizationId });
            (await PeopleApi.RefusalAsync(response)).Should().Be((HttpStatusCode.NotFound, "NOT_FOUND"));
            (await api.PostAsync("/api/auth/login", new { email, password = AccountsApi.FirstPassword, organizationId })).Body.Text("error.message")
                .Should().Be("Invalid email or password");
        }
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Where_a_user_is_deactivated_a_sign_in_goes_to_the_next_and_a_switch_is_not_found()
    {
        var (email, first, second, _) = await api.PersonAsync();
        using var here = await api.SignedInAsync(email, first);
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{email}' and organization_id = '{Uuid(second)}'");

        using var refused = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
        refused.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.PostAsync("/api/auth/login", new { email, password = AccountsApi.FirstPassword, organizationId = second })).Status.Should().Be(HttpStatusCode.Unauthorized);
        await api.ExecuteAsync($"update access.accounts set last_organization_id = '{Uuid(second)}' where email = '{email}'");
        using var next = await api.SignedInAsync(email);
        (await next.JsonAsync("/api/v1/me")).Text("data.relationships.organization.id").Should().Be(first);
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task To_where_one_is_already_is_refused_and_an_old_session_switches_but_proves_nothing()
    {
        var (email, first, second, _) = await api.PersonAsync();
        using var here = await api.SignedInAsync(email, first);
        using var refused = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = first });
        (await PeopleApi.RefusalAsync(refused)).Should().Be((HttpStatusCode.Conflict, "CURRENT_ORGANIZATION"));

        api.Clock.Advance(TimeSpan.FromMinutes(11));
        using var there = await api.SwitchedAsync(here, second);
        using var denied = await there.PostJsonAsync("/api/v1/api-keys", new { name = "Back door" });
        await SecondFactorApi.ShouldAskForProofAsync(denied);
    }

    [Fact]
    public async Task A_factor_that_the_present_session_has_not_proved_is_asked_for_and_an_ended_session_switches_nowhere()
    {
        var (email, first, second, _) = await api.PersonAsync();
        using var here = await api.SignedInAsync(email, first);
        await api.ExecuteAsync(
            $"""
            update access.accounts set encrypted_totp_secret = '\x00', totp_begun_at = now(), totp_confirmed_at = now() where email = '{email}'
            """);

        using var asked = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
        (await asked.JsonAsync()).Text("data.type").Should().Be("mfa_challenge");
        await api.ExecuteAsync($"update access.sessions set is_multi_factor = true where account_id = (select id from access.accounts where email = '{email}')");
        using var opened = await api.SwitchedAsync(here, second);

        using var ended = await here.PostJsonAsync("/api/auth/logout", new { });
        using var response = await here.PostJsonAsync("/api/auth/switch-organization", new { organizationId = second });
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "R246")]
    public async Task Signing_out_everywhere_ends_the_sessions_of_all_organizations_and_each_has_them_in_its_own_log()
    {
        var (email, first, second, _) = await api.PersonAsync();
        using var here = await api.SignedInAsync(email, first);
        using var there = await api.SwitchedAsync(here, second);

        using var response = await here.PostJsonAsync("/api/auth/logout-all", new { });

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        foreach (var client in new[] { here, there })
        {
            using var refused = await client.GetAsync("/api/v1/me");
            refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        (await api.ScalarAsync<long>(
            $"""
            select count(distinct l.organization_id) from auditing.audit_logs l join users.users u on u.id = l.actor_id and u.organization_id = l.organization_id
            where u.email = '{email}' and l.action = 'session.ended'
            """)).Should().Be(2);
    }

    private static Guid Uuid(string id) => Domain.Common.TypeId.TryParse<Domain.Organizations.OrganizationId>(id, out var parsed) ? parsed.Value : Guid.Empty;
}
