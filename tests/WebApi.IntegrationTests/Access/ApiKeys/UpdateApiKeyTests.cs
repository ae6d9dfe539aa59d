using System.Net;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class UpdateApiKeyTests(ApiKeysApi api) : IClassFixture<ApiKeysApi>
{
    private static readonly object Wide = new { name = "Import", scopes = new[] { "users:read", "posts:read" } };

    [Fact]
    [Trait("Requirement", "R244")]
    public async Task A_key_that_loses_a_scope_has_lost_it_with_the_next_request()
    {
        var (path, key) = await api.CreateAsync(ApiFixture.Admin, Wide);
        (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).Expect(HttpStatusCode.OK);
        var changed = (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { name = "Reader", scopes = new[] { "posts:read" } })).Expect(HttpStatusCode.OK);
        (changed.Text("data.attributes.name"), changed.Body.At("data.attributes.scopes").GetRawText()).Should().Be(("Reader", "[\"posts:read\"]"));
        changed.Body.GetRawText().Should().NotContain(key);
        (await api.SendWithTokenAsync(key, "GET", UsersApi.Path)).ExpectReason(HttpStatusCode.Forbidden, "INSUFFICIENT_SCOPE");
        var entry = (await api.AuditAsync(changed)).Should().ContainSingle().Subject;
        (entry.Text("action"), entry.Text("outcome")).Should().Be(("api_key.updated", "SUCCEEDED"));
        entry.At("changes").GetRawText().Should().Contain("Reader").And.Contain("users:read");
    }

    [Fact]
    public async Task What_is_left_out_stays()
    {
        var (path, _) = await api.CreateAsync(ApiFixture.Admin, Wide);
        var changed = (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { name = "Renamed" })).Expect(HttpStatusCode.OK);
        changed.Body.At("data.attributes.scopes").GetArrayLength().Should().Be(2);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { })).Expect(HttpStatusCode.OK).Headers["ETag"].Should().Be(changed.Headers["ETag"]);
    }

    [Fact]
    public async Task A_key_never_gets_more_scopes()
    {
        var (path, _) = await api.CreateAsync(ApiFixture.Admin, Wide);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { scopes = new[] { "posts:read", "posts:create" } }))
            .ExpectFault("scopes", "INVALID_VALUE", "The key does not have posts:create, and a key never gets more: create another one");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { scopes = Array.Empty<string>() }))
            .ExpectFault("scopes", "TOO_SHORT", "Name one scope at least, or revoke the key");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { scopes = (string[]?)null }))
            .ExpectFault("scopes", "REQUIRED", "Scopes can't be removed: revoke the key");
    }

    [Fact]
    public async Task A_revoked_key_does_not_change()
    {
        var (path, _) = await api.CreateAsync(ApiFixture.Admin, Wide);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", path)).Expect(HttpStatusCode.NoContent);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { name = "Late" }))
            .ExpectRefusal(HttpStatusCode.Conflict, "CONFLICT", "KEY_NOT_ACTIVE", "The key has been revoked or has expired");
    }

    [Fact]
    public async Task A_key_of_somebody_else_is_not_found_but_by_an_administrator()
    {
        var (owner, other) = (await api.AddAsync(), await api.AddAsync());
        var (path, _) = await api.CreateAsync(owner.Email, new { name = "Mine", scopes = new[] { "posts:read" } });
        (await api.SendAsync(other.Email, "PATCH", path, new { name = "Stolen" })).Expect(HttpStatusCode.NotFound);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", path, new { name = "Of the member" })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "C37")]
    public async Task A_test_key_reads_and_changes_nothing()
    {
        var person = await api.AddAsync();
        var (_, key) = await api.CreateAsync(ApiFixture.Admin, new { name = "Tests", mode = "test" });
        (await api.SendWithTokenAsync(key, "GET", person.Path)).Expect(HttpStatusCode.OK);
        var refused = await api.SendWithTokenAsync(key, "DELETE", person.Path);
        refused.ExpectRefusal(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "TEST_MODE", "A test key cannot change anything: use a live key");
        (await api.AuditAsync(refused)).Should().ContainSingle().Which.Text("outcome").Should().Be("DENIED");
        (await api.SendWithTokenAsync(key, "PATCH", "/api/v1/organization", new { name = "Taken" })).Expect(HttpStatusCode.Forbidden);
    }
}
