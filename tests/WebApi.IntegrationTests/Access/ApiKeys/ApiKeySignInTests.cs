using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ApiKeySignInTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    [Fact]
    [Trait("Requirement", "R121")]
    [Trait("Requirement", "R122")]
    [Trait("Requirement", "R126")]
    public async Task A_bearer_that_begins_with_sk_is_a_key_and_acts_for_its_owner()
    {
        var person = await api.AddAsync();
        var (_, key) = await api.CreateAsync(person.Email);
        (await api.SendWithTokenAsync(key, "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.id").Should().Be(person.Id);
        (await api.SendWithTokenAsync(await api.TokenAsync(person.Email), "GET", "/api/v1/me")).Expect(HttpStatusCode.OK).Text("data.id").Should().Be(person.Id);
        var post = (await api.SendWithTokenAsync(key, "POST", person.Path + "/posts", new { title = "By a program" })).Expect(HttpStatusCode.Created);
        post.Text("data.relationships.author.id").Should().Be(person.Id);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public async Task A_key_in_a_cookie_is_ignored()
    {
        var (_, key) = await api.CreateAsync((await api.AddAsync()).Email);
        using var client = api.Anonymous;
        client.DefaultRequestHeaders.Add("Cookie", $"access_token={key}");
        using var response = await client.GetAsync("/api/v1/me");
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Requirement", "R123")]
    [Trait("Requirement", "R124")]
    public async Task Every_invalid_key_has_the_same_error()
    {
        var person = await api.AddAsync();
        var (path, revoked) = await api.CreateAsync(person.Email);
        (await api.SendAsync(person.Email, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        var unknown = new CleanApi.Infrastructure.Access.ApiKeySecrets().Create(Domain.Access.ApiKeyMode.Live).Text;
        List<string> told = [];
        foreach (var key in new[] { revoked, unknown, "sk_", "sk_live_", "sk_live_" + new string('A', 32), "sk_live_" + new string('x', 5000), revoked + "=", revoked.ToUpperInvariant() })
        {
            var answer = await api.SendWithTokenAsync(key, "GET", "/api/v1/me");
            answer.ExpectError(HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR", ApiKeysApi.Dead);
            told.Add(UsersApi.Anonymized(answer.Body) + answer.Headers["WWW-Authenticate"]);
        }

        told.Distinct(StringComparer.Ordinal).Should().ContainSingle();
    }

    [Fact]
    [Trait("Requirement", "R124")]
    public async Task A_key_expires_at_its_expiry_and_one_without_never_does()
    {
        var person = await api.AddAsync();
        var (_, brief) = await api.CreateAsync(person.Email, new { name = "Brief", expiresAt = api.Clock.GetUtcNow().AddMinutes(10) });
        var (_, lasting) = await api.CreateAsync(person.Email);
        (await api.IsValidAsync(brief)).Should().BeTrue();
        await api.LaterAsync(TimeSpan.FromMinutes(11), () => api.ExpectInvalidAsync(brief));
        await api.LaterAsync(TimeSpan.FromDays(3650), async () => (await api.IsValidAsync(lasting)).Should().BeTrue());
    }

    [Fact]
    [Trait("Requirement", "R123")]
    public async Task A_key_revoked_in_the_database_is_rejected_at_the_next_request()
    {
        var (path, key) = await api.CreateAsync((await api.AddAsync()).Email);
        (await api.IsValidAsync(key)).Should().BeTrue();
        await api.ExecuteAsync($"update access.api_keys set revoked_at = now() where last_four = '{key[^4..]}' and name = 'Import'");
        path.Should().NotBeEmpty();
        await api.ExpectInvalidAsync(key);
    }

    [Fact]
    public async Task A_key_is_rejected_while_its_owner_is_deactivated_and_revoked_when_the_owner_is_deleted()
    {
        var person = await api.AddAsync();
        var (_, key) = await api.CreateAsync(person.Email);
        (await api.IsValidAsync(key)).Should().BeTrue();
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/deactivate")).Expect(HttpStatusCode.OK);
        await api.ExpectInvalidAsync(key);
        (await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/activate")).Expect(HttpStatusCode.OK);
        (await api.IsValidAsync(key)).Should().BeTrue();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        await api.ExpectInvalidAsync(key);
        (await api.ScalarAsync<bool>($"select bool_and(revoked_at is not null) from access.api_keys where last_four = '{key[^4..]}'")).Should().BeTrue();
    }

    [Fact]
    [Trait("Requirement", "R126")]
    [Trait("Requirement", "R243")]
    public async Task A_change_of_the_owner_s_role_applies_immediately_without_rejecting_a_request()
    {
        var person = await api.AddAsync("ADMIN");
        var (_, key) = await api.CreateAsync(person.Email);
        (await RenameAsync(key)).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "MEMBER" })).Expect(HttpStatusCode.OK);
        var denied = (await RenameAsync(key)).ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "INSUFFICIENT_ROLE", "Admin access required");
        (await api.AuditAsync(denied)).Should().ContainSingle("the request that ran again was refused once").Which.Text("outcome").Should().Be("DENIED");
        (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "ADMIN" })).Expect(HttpStatusCode.OK);
        (await RenameAsync(key)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "R126")]
    public async Task A_request_that_runs_again_because_its_key_was_outdated_does_its_work_once()
    {
        var person = await api.AddAsync("ADMIN");
        var (_, key) = await api.CreateAsync(person.Email);
        (await api.IsValidAsync(key)).Should().BeTrue();
        foreach (var method in new[] { "insert", "change", "read" })
        {
            await api.ExecuteAsync($"update access.api_keys set stamp = stamp + 1 where user_id = '{await api.UuidAsync(person.Email)}'");
            var email = UsersApi.NewEmail();
            var answer = method switch
            {
                "insert" => (await api.SendWithTokenAsync(key, "POST", UsersApi.Path, new { email, name = "Once" })).Expect(HttpStatusCode.Created),
                "change" => (await RenameAsync(key)).Expect(HttpStatusCode.OK),
                _ => (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).Expect(HttpStatusCode.OK),
            };
            (await api.AuditAsync(answer)).Should().HaveCount(method == "read" ? 0 : 1, method);
            (await api.ScalarAsync<long>($"select count(*) from users.users where email = '{email}'")).Should().Be(method == "insert" ? 1 : 0);
        }
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R126")]
    public async Task Actions_of_a_key_are_audited_with_its_owner_and_the_key()
    {
        var person = await api.AddAsync("ADMIN");
        var (path, key) = await api.CreateAsync(person.Email);
        var entry = (await api.AuditAsync((await RenameAsync(key)).Expect(HttpStatusCode.OK))).Should().ContainSingle().Subject;
        var id = await api.ScalarAsync<Guid>($"select id from access.api_keys where user_id = '{await api.UuidAsync(person.Email)}'");
        path.Should().EndWith(Domain.Common.TypeId.Format("key", id));
        (entry.At("api_key_id").GetGuid(), entry.At("actor_id").GetGuid()).Should().Be((id, await api.UuidAsync(person.Email)));
    }

    [Fact]
    public async Task A_key_that_is_known_costs_no_statement_of_its_own_and_one_with_a_wrong_checksum_none_at_all()
    {
        var (_, key) = await api.CreateAsync((await api.AddAsync()).Email);
        (await StatementsAsync(key)).Should().HaveCountGreaterThan(1, "the key and its owner are looked up");
        (await StatementsAsync(key)).Should().ContainSingle().Which.Should().Contain("enter_api_key");
        var (last, other) = (key[^6], key[^6] == 'A' ? 'B' : 'A');
        (await StatementsAsync(key[..^6] + other + key[^5..])).Should().BeEmpty($"{last} is not {other}");
    }

    [Fact]
    [Trait("Requirement", "R127")]
    [Trait("Requirement", "R183")]
    public async Task No_key_is_in_the_log_or_in_the_database()
    {
        var (_, key) = await api.CreateAsync((await api.AddAsync()).Email);
        (await api.SendWithTokenAsync(key, "GET", $"/api/v1/users?search={key}")).Expect(HttpStatusCode.OK);
        (await api.SendWithTokenAsync(key, "GET", $"/api/v1/{key}")).Expect(HttpStatusCode.NotFound);
        (await api.SendWithTokenAsync(key + "x", "GET", "/api/v1/me")).Expect(HttpStatusCode.Unauthorized);
        api.Logs.Lines.Where(line => line.Message.Contains(key, StringComparison.Ordinal)).Should().BeEmpty();
        (await api.ScalarAsync<long>($"select count(*) from access.api_keys k where to_jsonb(k)::text like '%{key}%'")).Should().Be(0);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs a where to_jsonb(a)::text like '%{key}%'")).Should().Be(0);
    }

    private Task<IReadOnlyList<string>> StatementsAsync(string key) => api.Logs.StatementsAsync(() => api.SendWithTokenAsync(key, "GET", "/api/v1/me"));

    private Task<Users.Answer> RenameAsync(string key) => api.SendWithTokenAsync(key, "PATCH", "/api/v1/organization", new { name = $"Acme {Guid.NewGuid():N}" });
}
