using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class ApiKeyTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    private static readonly string[] MemberScopes = ["activity:read", "files:create", "files:read", "organization:read", "posts:create", "posts:delete", "posts:read", "posts:update", "users:read"];

    [Fact]
    [Trait("Requirement", "R119")]
    [Trait("Requirement", "R120")]
    [Trait("Requirement", "R127")]
    public async Task A_key_is_returned_once_and_stored_as_its_hash()
    {
        var person = await api.AddAsync();
        var expiresAt = api.Clock.GetUtcNow().AddDays(90);
        var body = new { name = " Nightly import ", scopes = new[] { "users:read", "posts:read" }, mode = "test", expiresAt, rateLimitPerMinute = 600 };
        var created = (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, body)).Expect(HttpStatusCode.Created);
        var attributes = created.Body.At("data.attributes");
        var key = attributes.Text("key")!;
        key.Should().MatchRegex("^sk_test_[A-Za-z0-9_-]{32}$");
        created.Headers["Cache-Control"].Should().Be("no-store");
        created.Headers["Location"].Should().Be($"{ApiKeysApi.Keys}/{created.Text("data.id")}");
        (attributes.Text("name"), attributes.Text("mode"), attributes.At("livemode").GetBoolean(), attributes.Text("lastFour"), attributes.At("rateLimitPerMinute").GetInt32())
            .Should().Be(("Nightly import", "test", false, key[^4..], 600));
        Scopes(attributes).Should().Equal("posts:read", "users:read");
        created.Text("data.relationships.owner.id").Should().Be(person.Id);

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key)));
        (await api.ScalarAsync<string>($"select name from access.api_keys where hash = '{hash}'")).Should().Be("Nightly import");
        foreach (var path in new[] { created.Headers["Location"], ApiKeysApi.Keys })
        {
            var read = await api.GetAsync(person.Email, path);
            read.Body.GetRawText().Should().NotContain(key).And.NotContain(hash).And.NotContain("\"key\"").And.Contain(key[^4..]);
        }
    }

    [Fact]
    public async Task By_default_a_key_is_live_never_expires_has_no_limit_and_all_scopes_of_the_owner()
    {
        var person = await api.AddAsync();
        var attributes = (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, new { name = "All" })).Expect(HttpStatusCode.Created).Body.At("data.attributes");
        (attributes.Text("mode"), attributes.At("livemode").GetBoolean(), attributes.Text("expiresAt"), attributes.Text("lastUsedAt"), attributes.Text("revokedAt"))
            .Should().Be(("live", true, null, null, null));
        attributes.Text("key").Should().StartWith("sk_live_");
        Scopes(attributes).Should().Equal(MemberScopes);
    }

    [Theory]
    [InlineData("{}", "name REQUIRED")]
    [InlineData("""{"name":"x","scopes":[]}""", "scopes TOO_SHORT")]
    [InlineData("""{"name":"x","scopes":["posts:read","posts:eat"]}""", "scopes[1] INVALID_VALUE")]
    [InlineData("""{"name":"x","scopes":[null]}""", "scopes[0] INVALID_VALUE")]
    [InlineData("""{"name":"x","scopes":["api_keys:manage"]}""", "scopes[0] INVALID_VALUE")]
    [InlineData("""{"name":"x","scopes":"posts:read"}""", "scopes INVALID_TYPE")]
    [InlineData("""{"name":"x","mode":"LIVE"}""", "mode INVALID_VALUE")]
    [InlineData("""{"name":"x","expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt OUT_OF_RANGE")]
    [InlineData("""{"name":"x","rateLimitPerMinute":0}""", "rateLimitPerMinute OUT_OF_RANGE")]
    [InlineData("""{"name":"x","hash":"00"}""", "hash UNKNOWN_FIELD")]
    public async Task Invalid_fields_of_a_key_are_rejected_by_name(string body, string error) =>
        (await api.SendAsync(ApiFixture.Member, "POST", ApiKeysApi.Keys, body)).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal(error);

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task Nobody_gives_a_key_more_rights_than_they_have()
    {
        var answer = await api.SendAsync(ApiFixture.Member, "POST", ApiKeysApi.Keys, new { name = "x", scopes = new[] { "users:delete", "posts:read", "users:create" } });
        answer.ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "EXCEEDS_OWN_RIGHTS", "You do not have these permissions yourself: users:create, users:delete");
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task A_viewer_has_no_keys_and_the_attempt_is_kept()
    {
        var answer = await api.SendAsync(ApiFixture.Viewer, "POST", ApiKeysApi.Keys, new { name = "x" });
        answer.ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "INSUFFICIENT_ROLE", "Insufficient permissions");
        (await api.AuditAsync(answer)).Should().ContainSingle().Which.Text("outcome").Should().Be("DENIED");
    }

    [Fact]
    public async Task One_sees_one_s_own_keys_and_an_administrator_everybody_s()
    {
        var (one, other) = (await api.AddAsync(), await api.AddAsync());
        var (path, key) = await api.CreateAsync(one.Email);
        var id = path[(ApiKeysApi.Keys.Length + 1)..];
        (await api.GetAsync(one.Email, ApiKeysApi.Keys)).Ids.Should().Equal(id);
        (await api.GetAsync(other.Email, ApiKeysApi.Keys)).Ids.Should().BeEmpty();
        (await api.GetAsync(ApiFixture.Admin, ApiKeysApi.Keys + "?limit=100")).Ids.Should().Contain(id);
        foreach (var (method, target) in new[] { ("GET", path), ("DELETE", path), ("POST", path + "/rotate") })
        {
            (await api.SendAsync(other.Email, method, target)).ExpectError(HttpStatusCode.NotFound, "NOT_FOUND", $"API key with ID {id} not found");
            (await api.SendAsync(ApiFixture.OtherAdmin, method, target)).ExpectError(HttpStatusCode.NotFound, "NOT_FOUND", $"API key with ID {id} not found");
        }

        (await api.GetAsync(ApiFixture.OtherAdmin, ApiKeysApi.Keys)).Ids.Should().NotContain(id);
        (await api.IsValidAsync(key)).Should().BeTrue();
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        await api.ExpectInvalidAsync(key);
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first()
    {
        var person = await api.AddAsync();
        List<string> created = [];
        for (var i = 0; i < 3; i++)
        {
            created.Insert(0, (await api.CreateAsync(person.Email)).Path[(ApiKeysApi.Keys.Length + 1)..]);
        }

        var first = await api.GetAsync(person.Email, ApiKeysApi.Keys + "?limit=2");
        var second = await api.GetAsync(person.Email, first.Text("links.next")!);
        first.Ids.Concat(second.Ids).Should().Equal(created);
        first.Body.At("meta.total").GetInt64().Should().Be(3);
    }

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task Revoking_is_idempotent_and_a_stale_version_is_rejected()
    {
        var person = await api.AddAsync();
        var (path, _) = await api.CreateAsync(person.Email);
        (await api.SendAsync(person.Email, "DELETE", path, ifMatch: "\"7\"")).Expect(HttpStatusCode.PreconditionFailed);
        (await api.SendAsync(person.Email, "DELETE", path, ifMatch: "\"1\"")).Expect(HttpStatusCode.NoContent);
        var revoked = (await api.GetAsync(person.Email, path)).Text("data.attributes.revokedAt");
        var again = (await api.SendAsync(person.Email, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        (await api.GetAsync(person.Email, path)).Text("data.attributes.revokedAt").Should().NotBeNull().And.Be(revoked);
        (await api.AuditAsync(again)).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public async Task A_user_has_at_most_50_valid_keys()
    {
        var person = await api.AddAsync();
        var (path, _) = await api.CreateAsync(person.Email);
        await api.ExecuteAsync(
            $"""
            insert into access.api_keys (id, organization_id, user_id, name, mode, scopes, hash, last_four, stamp, version, created_at, updated_at)
            select gen_random_uuid(), organization_id, user_id, name, mode, scopes, encode(sha256(convert_to(hash || n, 'UTF8')), 'hex'), 'abcd', 1, 1, created_at, now()
            from access.api_keys, generate_series(1, 49) n where user_id = '{await api.UuidAsync(person.Email)}'
            """);
        (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, new { name = "x" })).ExpectRefusal(
            HttpStatusCode.Conflict, "CONFLICT", "KEY_LIMIT", "Nobody can have more than 50 keys at a time");
        (await api.SendAsync(person.Email, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, new { name = "x" })).Expect(HttpStatusCode.Created);
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R127")]
    public async Task Actions_on_keys_are_audited_without_the_secret()
    {
        var person = await api.AddAsync();
        var created = (await api.SendAsync(person.Email, "POST", ApiKeysApi.Keys, new { name = "Import", scopes = new[] { "posts:read" } })).Expect(HttpStatusCode.Created);
        var path = $"{ApiKeysApi.Keys}/{created.Text("data.id")}";
        var rotated = (await api.SendAsync(person.Email, "POST", path + "/rotate", new { gracePeriodSeconds = 60 })).Expect(HttpStatusCode.Created);
        var revoked = (await api.SendAsync(person.Email, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        foreach (var (answer, action, id) in new[]
                 {
                     (created, "api_key.created", created.Text("data.id")), (rotated, "api_key.rotated", rotated.Text("data.id")),
                     (revoked, "api_key.revoked", created.Text("data.id")),
                 })
        {
            var entry = (await api.AuditAsync(answer)).Should().ContainSingle().Subject;
            (entry.Text("action"), entry.Text("outcome"), entry.Text("target_type"), entry.Text("target_id"), entry.At("api_key_id").ValueKind)
                .Should().Be((action, "SUCCEEDED", "api_key", id, JsonValueKind.Null));
            entry.GetRawText().Should().NotContain("hash").And.NotContain(created.Text("data.attributes.key")!);
        }

        (await api.AuditAsync(created))[0].At("changes.scopes.to").EnumerateArray().Select(scope => scope.GetString()).Should().Equal("posts:read");
        (await api.AuditAsync(rotated))[0].Text("changes.replaces.to").Should().Be(created.Text("data.id"));
    }

    private static IEnumerable<string?> Scopes(JsonElement attributes) => attributes.At("scopes").EnumerateArray().Select(scope => scope.GetString());
}
