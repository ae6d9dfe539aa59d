using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UserAuditTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R237")]
    [Trait("Requirement", "R238")]
    public async Task A_creation_is_kept_with_all_that_was_set_and_nothing_secret()
    {
        var email = UsersApi.NewEmail();
        var answer = (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, new { email, name = "Audited" })).Expect(HttpStatusCode.Created);
        var organization = answer.Text("data.relationships.organization.id");
        var changes = new
        {
            name = new { to = "Audited" },
            role = new { to = "MEMBER" },
            status = new { to = "INVITED" },
            email = new { to = email },
            organizationId = new { to = organization },
        };
        await ExpectEntryAsync(answer, ApiFixture.Admin, "user.created", answer.Text("data.id")!, JsonSerializer.Serialize(changes));
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R238")]
    public async Task A_patch_is_kept_with_what_it_changed_from_and_to()
    {
        var person = await api.AddAsync(name: "Before");
        var answer = await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "After", role = "VIEWER", bio = "B" });
        await ExpectEntryAsync(
            answer, ApiFixture.Admin, "user.updated", person.Id,
            """{"bio":{"to":"B","from":null},"name":{"to":"After","from":"Before"},"role":{"to":"VIEWER","from":"MEMBER"}}""");
    }

    [Fact]
    [Trait("Requirement", "R10")]
    public async Task A_replacement_is_kept_with_what_it_changed_from_and_to()
    {
        var person = await api.AddAsync(name: "Before");
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { bio = "B" })).Expect(HttpStatusCode.OK);
        var answer = await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, new { name = "Before", role = "ADMIN" });
        await ExpectEntryAsync(
            answer, ApiFixture.Admin, "user.updated", person.Id, """{"bio":{"to":null,"from":"B"},"role":{"to":"ADMIN","from":"MEMBER"}}""");
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R238")]
    public async Task Activation_deactivation_and_deletion_are_kept()
    {
        var person = await api.InviteAsync();
        await ExpectEntryAsync(
            await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/activate"), ApiFixture.Admin, "user.activated", person.Id,
            """{"status":{"to":"ACTIVE","from":"INVITED"}}""");
        await ExpectEntryAsync(
            await api.SendAsync(ApiFixture.Admin, "POST", person.Path + "/deactivate"), ApiFixture.Admin, "user.deactivated", person.Id,
            """{"status":{"to":"DEACTIVATED","from":"ACTIVE"}}""");
        var deleted = await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path);
        var changes = (await EntryAsync(deleted, ApiFixture.Admin, "user.deleted", person.Id)).At("changes");
        changes.EnumerateObject().Select(change => change.Name).Should().Equal("deletedAt");
        changes.At("deletedAt.from").ValueKind.Should().Be(JsonValueKind.Null);
        changes.At("deletedAt.to").GetDateTimeOffset().Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R238")]
    public async Task A_change_of_one_s_own_profile_is_kept_with_oneself_as_actor()
    {
        var person = await api.AddAsync("VIEWER", "Before");
        var answer = await api.SendAsync(person.Email, "PATCH", "/api/v1/me", new { name = "After" });
        await ExpectEntryAsync(answer, person.Email, "user.profile_updated", person.Id, """{"name":{"to":"After","from":"Before"}}""");
    }

    [Theory]
    [InlineData("POST", "", """{"email":"nobody","name":""}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "", """{"email":"admin@acme.test","name":"N"}""", HttpStatusCode.Conflict)]
    [InlineData("GET", "", null, HttpStatusCode.OK)]
    [Trait("Requirement", "R10")]
    public async Task What_changed_nothing_leaves_nothing(string method, string path, string? body, HttpStatusCode status) =>
        (await api.AuditAsync((await api.SendAsync(ApiFixture.Admin, method, UsersApi.Path + path, body)).Expect(status))).Should().BeEmpty();

    [Fact]
    public async Task No_entry_contains_a_secret()
    {
        var person = await api.AddAsync();
        await api.TokenAsync(person.Email);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { role = "VIEWER" })).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.Admin, "DELETE", person.Path)).Expect(HttpStatusCode.NoContent);
        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs")).Should().BeGreaterThan(3);
        (await api.ScalarAsync<long>(
            """
            select count(*) from auditing.audit_logs entry
            where changes::text ~* 'password|argon2|pbkdf2|secret|token|searchText' or to_jsonb(entry)::text ~ 'rt_[A-Za-z0-9_-]{20}|eyJ|Bearer'
            """)).Should().Be(0);
    }

    private async Task ExpectEntryAsync(Answer answer, string actor, string action, string target, string changes)
    {
        var entry = await EntryAsync(answer, actor, action, target);
        Canonical(entry.At("changes")).Should().Be(Canonical(changes));
    }

    private async Task<JsonElement> EntryAsync(Answer answer, string actor, string action, string target)
    {
        ((int)answer.Status).Should().BeLessThan(300, "{0}", answer.Body);
        var entry = (await api.AuditAsync(answer)).Should().ContainSingle().Subject;
        (entry.Text("action"), entry.Text("outcome"), entry.Text("target_type"), entry.Text("target_id")).Should().Be((action, "SUCCEEDED", "user", target));
        entry.Text("actor_id").Should().Be((await api.UuidAsync(actor)).ToString());
        entry.Text("organization_id").Should().Be(await api.ScalarAsync<string>($"select organization_id::text from users.users where email = '{actor}'"));
        (entry.Text("user_agent"), entry.Text("ip_address")).Should().Be(("tests/1.0", "127.0.0.1"));
        entry.At("created_at").GetDateTimeOffset().Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        if (answer.Body.ValueKind == JsonValueKind.Object)
        {
            answer.Text("meta.requestId").Should().Be(entry.Text("request_id"));
        }

        return entry;
    }

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Canonical(document.RootElement);
    }

    private static string Canonical(JsonElement changes) => string.Join('\n', changes.EnumerateObject()
        .OrderBy(change => change.Name, StringComparer.Ordinal).Select(change => $"{change.Name}: {Sides(change.Value)}"));

    private static string Sides(JsonElement change) => string.Join(
        ", ", change.EnumerateObject().OrderBy(side => side.Name, StringComparer.Ordinal).Select(side => $"{side.Name} {side.Value.GetRawText()}"));
}
