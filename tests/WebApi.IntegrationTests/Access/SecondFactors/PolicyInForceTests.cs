using System.Net;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>A changed policy of an organization is in force for every session and key with the transaction that changes it, on every instance.</summary>
[Trait("Requirement", "R249")]
public sealed class PolicyInForceTests(PolicyApi api) : IClassFixture<PolicyApi>
{
    private static readonly (HttpStatusCode, string?) Open = (HttpStatusCode.OK, null);
    private static readonly (HttpStatusCode, string?) Restricted = (HttpStatusCode.Forbidden, "MFA_REQUIRED");

    [Fact]
    public async Task From_then_on_sessions_and_keys_of_people_without_a_factor_are_restricted_and_those_of_others_are_not()
    {
        var (access, refresh) = await api.SessionAsync(ApiFixture.Member);
        var key = await api.KeyAsync(access);
        // Cached as verified on both instances.
        ((await api.ReadAsync(access)), (await api.ReadAsync(key))).Should().Be((Open, Open));
        var (enrolled, _) = await api.SessionAsync("user01@acme.test");
        var enrolledKey = await api.KeyAsync(enrolled);
        using (var client = api.CreateClient(enrolled))
        {
            var app = await api.BeginAsync(client);
            using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
            confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        await api.RequireAsync(true);

        (await api.ReadAsync(access)).Status.Should().Be(HttpStatusCode.Unauthorized, "the token says nothing of the policy that is in force");
        (await api.ReadAsync(key)).Should().Be(Restricted);
        (await api.ReadAsync(key, "/api/v1/me")).Should().Be(Restricted, "a key has nothing to enrol with");
        var (next, last) = await api.RefreshAsync(refresh);
        ((await api.ReadAsync(next)), (await api.ReadAsync(next, "/api/v1/me"))).Should().Be((Restricted, Open));
        ((await api.ReadAsync(enrolled)), (await api.ReadAsync(enrolledKey))).Should().Be((Open, Open));

        await api.RequireAsync(false);

        (await api.ReadAsync(next)).Status.Should().Be(HttpStatusCode.Unauthorized);
        ((await api.ReadAsync((await api.RefreshAsync(last)).Access)), (await api.ReadAsync(key))).Should().Be((Open, Open));
    }

    [Fact]
    public async Task Enrolling_frees_the_owner_s_keys_at_once()
    {
        const string person = "user02@acme.test";
        var (access, refresh) = await api.SessionAsync(person);
        var key = await api.KeyAsync(access);
        (await api.ReadAsync(key)).Should().Be(Open);
        await api.RequireAsync(true);
        (await api.ReadAsync(key)).Should().Be(Restricted);
        using var restricted = api.CreateClient((await api.RefreshAsync(refresh)).Access);
        using var proof = await restricted.PostJsonAsync(SecondFactorApi.ProofPath, new { password = ApiFixture.Password });
        var app = await api.BeginAsync(restricted);

        using var confirmed = await restricted.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });

        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.ReadAsync(key)).Should().Be(Open);
        await api.RequireAsync(false);
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("switch")]
    [InlineData("key")]
    public async Task What_began_before_and_ends_after_is_under_it_too(string what)
    {
        var person = what == "sign-in" ? "user03@acme.test" : what == "key" ? "user04@acme.test" : ApiFixture.OtherAdmin;
        using var admin = await api.AdministratorAsync();
        if (what == "switch")
        {
            await JoinAcmeAsync(person);
        }

        await PolicyApi.RequireAsync(admin, false);
        using var client = api.CreateClient((await api.SessionAsync(person)).Access);
        var organizationId = await OrganizationIdAsync("Acme");
        await using var connection = await api.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // What is stored last is held up; the policy was read by then.
        await using (var hold = connection.CreateCommand())
        {
            hold.CommandText = $"lock table {(what == "key" ? "mail.messages" : "access.refresh_tokens")} in share mode";
            await hold.ExecuteNonQueryAsync();
        }

        var begun = what switch
        {
            "sign-in" => api.LoginAsync(person),
            "switch" => client.PostJsonAsync("/api/auth/switch-organization", new { organizationId }),
            _ => client.PostJsonAsync("/api/v1/api-keys", new { name = "Import" }),
        };
        await WaitingAsync(1);
        var narrowed = PolicyApi.RequireAsync(admin, true);
        await WaitingAsync(2);
        narrowed.IsCompleted.Should().BeFalse("it waits for what has begun");
        await transaction.CommitAsync();
        await narrowed;

        using var response = await begun;
        response.IsSuccessStatusCode.Should().BeTrue();
        var credential = (await response.JsonAsync()).Text(what == "key" ? "data.attributes.key" : "data.attributes.accessToken")!;
        (await api.ReadAsync(credential)).Status.Should().Be(what == "key" ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized);
        await api.RequireAsync(false);
    }

    [Fact]
    public async Task A_refresh_at_the_same_moment_issues_no_token_that_is_free_of_it()
    {
        var people = Enumerable.Range(10, 12).Select(number => $"user{number}@acme.test").ToList();
        var tokens = await Task.WhenAll(people.Select(api.SessionAsync));
        using var admin = await api.AdministratorAsync();
        foreach (var isRequired in new[] { true, false, true })
        {
            var refreshing = tokens.Select(token => api.RefreshAsync(token.Refresh)).ToList();
            var changing = PolicyApi.RequireAsync(admin, isRequired);
            tokens = await Task.WhenAll(refreshing);
            await changing;
        }

        foreach (var (access, _) in tokens)
        {
            (await api.ReadAsync(access)).Status.Should().NotBe(HttpStatusCode.OK);
        }

        await PolicyApi.RequireAsync(admin, false);
    }

    [Fact]
    public async Task Who_decides_about_others_has_a_factor_and_has_proved_it_in_the_session()
    {
        const string path = "/api/v1/organization";
        const string body = """{"requireSecondFactor":true}""";
        using var first = await GlobexAsync();
        using var second = await GlobexAsync();
        foreach (var client in new[] { first, second })
        {
            using var refused = await client.PatchTextAsync(path, body);
            (await People.PeopleApi.RefusalAsync(refused)).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        }

        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs where action = 'organization.updated' and outcome = 'DENIED'")).Should().Be(2);
        var app = await api.BeginAsync(first);
        using var confirmed = await first.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);

        using var elsewhere = await second.PatchTextAsync(path, body);
        elsewhere.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "it has proved a password only, and so has ended");
        await PolicyApi.RequireAsync(first, true);
        // A session of a version that let those without the factor go on.
        await api.ExecuteAsync($"update access.sessions set is_multi_factor = false where account_id = (select id from access.accounts where email = '{ApiFixture.OtherAdmin}')");
        using var unproved = await first.PatchTextAsync(path, """{"requireSecondFactor":false}""");
        await SecondFactorApi.ShouldAskForProofAsync(unproved);
        api.NextCode();
        using var proved = await first.PostJsonAsync(SecondFactorApi.ProofPath, new { code = app.Code() });
        proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await PolicyApi.RequireAsync(first, false);
    }

    private async Task<HttpClient> GlobexAsync()
    {
        using var response = await api.SendAsync(
            HttpMethod.Post, "/api/auth/login", new { email = ApiFixture.OtherAdmin, password = ApiFixture.Password, organizationId = await OrganizationIdAsync("Globex") });
        return api.CreateClient((await AuthApi.TokensAsync(response)).Access);
    }

    private async Task<string> OrganizationIdAsync(string name) =>
        TypeId.Format(new OrganizationId(await api.ScalarAsync<Guid>($"select id from organizations.organizations where name = '{name}'")));

    private Task WaitingAsync(int number) => Probe.UntilAsync($"{number} wait for a lock", async () => await api.ScalarAsync<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") >= number);

    // As one of its members.
    private Task JoinAcmeAsync(string email) => api.ExecuteAsync(
        $"""
        with joined as (
          insert into users.users (id, organization_id, email, name, role, status, version, created_at, updated_at)
          select gen_random_uuid(), organizations.id, '{email}', 'Guest', 'MEMBER', 'ACTIVE', 1, now(), now() from organizations.organizations where name = 'Acme'
          returning id, organization_id
        )
        insert into access.memberships (account_id, user_id, organization_id, created_at)
        select accounts.id, joined.id, joined.organization_id, now() from joined, access.accounts where accounts.email = '{email}'
        """);
}
