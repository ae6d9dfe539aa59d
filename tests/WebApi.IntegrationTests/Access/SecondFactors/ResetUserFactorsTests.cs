using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>An administrator helps somebody who has lost their second factors, and weakens nobody's sign-in to another organization.</summary>
public sealed class ResetUserFactorsTests(PolicyApi api) : IClassFixture<PolicyApi>
{
    private static readonly (HttpStatusCode, string?) Open = (HttpStatusCode.OK, null);

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task All_factors_and_sessions_end_the_password_signs_in_again_and_the_person_is_told()
    {
        const string person = "user30@acme.test";
        var (_, codes) = await api.EnrolAsync(person);
        using var signedIn = await api.VerifyAsync(await api.ChallengeAsync(person), codes[0]);
        var (access, _) = await AuthApi.TokensAsync(signedIn);
        await AddPasskeyAsync(person);
        using var admin = await api.AdministratorAsync();
        var path = await PathAsync(admin, person);

        var (status, body) = await ResetAsync(admin, path);

        (status, body.Text("data.attributes.email")).Should().Be((HttpStatusCode.OK, person));
        (await api.ReadAsync(access)).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await api.ReadAsync((await api.SessionAsync(person)).Access, "/api/v1/me")).Should().Be(Open);
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from access.accounts account
            left join access.passkeys passkey on passkey.account_id = account.id and passkey.deleted_at is null
            left join access.recovery_codes code on code.account_id = account.id
            where account.email = '{person}' and (account.encrypted_totp_secret is not null or passkey.id is not null or code.hash is not null)
            """)).Should().Be(0);
        codes.Should().HaveCount(10);
        await api.MailAsync(person, "An administrator removed all second factors of your account");
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where action = 'user.factors_reset' and outcome = 'SUCCEEDED' and target_id = '{path[(path.LastIndexOf('/') + 1)..]}'"))
            .Should().Be(1);
        (await api.ScalarAsync<string>(
            $"""
            select string_agg(distinct revoked_reason, ' ') from access.sessions session join access.accounts account on account.id = session.account_id
            where account.email = '{person}' and revoked_at is not null
            """)).Should().Be("ENDED_BY_ADMINISTRATOR");
    }

    [Fact]
    public async Task Where_a_factor_is_required_the_person_has_to_enrol_anew_and_their_keys_wait_for_it()
    {
        const string person = "user31@acme.test";
        var (access, _) = await api.SessionAsync(person);
        var key = await api.KeyAsync(access);
        await api.EnrolAsync(person);
        await api.RequireAsync(true);
        (await api.ReadAsync(key)).Should().Be(Open);
        using var admin = await api.AdministratorAsync();

        (await ResetAsync(admin, await PathAsync(admin, person))).Status.Should().Be(HttpStatusCode.OK);

        (await api.ReadAsync(key)).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        (await api.ReadAsync((await api.SessionAsync(person)).Access)).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        await PolicyApi.RequireAsync(admin, false);
    }

    [Fact]
    public async Task An_administrator_of_one_organization_weakens_no_sign_in_to_another()
    {
        const string person = "user32@acme.test";
        await api.EnrolAsync(person);
        await api.ExecuteAsync(
            $"""
            with joined as (
              insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
              select gen_random_uuid(), organizations.id, '{person}', 'Guest', 'MEMBER', 'ACTIVE', 1, now(), now() from organizations.organizations where name = 'Globex'
              returning id, organization_id
            )
            insert into access.memberships (account_id, user_id, organization_id, created_at)
            select accounts.id, joined.id, joined.organization_id, now() from joined, access.accounts where accounts.email = '{person}'
            """);
        using var admin = await api.AdministratorAsync();

        var (status, body) = await ResetAsync(admin, await PathAsync(admin, person));

        (status, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.Conflict, "SHARED_ACCOUNT"));
        body.GetRawText().Should().NotContain("Globex");
        await api.ChallengeAsync(person);
    }

    [Fact]
    public async Task Nobody_resets_their_own_and_a_stale_version_is_refused()
    {
        using var admin = await api.AdministratorAsync();
        var own = $"/api/v1/users/{(await admin.JsonAsync("/api/v1/me")).Text("data.id")}";
        var (status, body) = await ResetAsync(admin, own);
        (status, body.Text("error.details.0.code")).Should().Be((HttpStatusCode.BadRequest, "OWN_ACCOUNT"));

        var path = await PathAsync(admin, "user33@acme.test");
        (await ResetAsync(admin, path, "\"99\"")).Status.Should().Be(HttpStatusCode.PreconditionFailed);
        (await ResetAsync(admin, path, "\"1\"")).Status.Should().Be(HttpStatusCode.OK, "whoever has no factor has lost none");
        using var member = api.CreateClient((await api.SessionAsync(ApiFixture.Member)).Access);
        (await ResetAsync(member, path)).Status.Should().Be(HttpStatusCode.Forbidden);
        using var stranger = api.CreateClient((await api.SessionAsync(ApiFixture.OtherAdmin)).Access);
        (await ResetAsync(stranger, path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ResetAsync(HttpClient client, string path, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/reset-factors");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.JsonAsync());
    }

    private static async Task<string> PathAsync(HttpClient client, string email) =>
        $"/api/v1/users/{(await client.JsonAsync($"/api/v1/users?email={email}")).At("data").EnumerateArray().Single().Text("id")}";

    private Task AddPasskeyAsync(string email) => api.ExecuteAsync(
        $"""
        insert into access.passkeys (id, account_id, credential_id, public_key, name, sign_count, transports, is_user_verified, is_backup_eligible, is_backed_up,
          version, created_at, updated_at)
        select gen_random_uuid(), id, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), 'Laptop', 0, '', true, false, false, 1, created_at, created_at
        from access.accounts where email = '{email}'
        """);
}
