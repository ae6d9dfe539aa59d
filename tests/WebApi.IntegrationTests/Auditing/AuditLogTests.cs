using System.Net;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Common;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Auditing;

/// <summary>The audit log of an organization, as its administrators read it.</summary>
[Trait("Requirement", "R10")]
public sealed class AuditLogTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Log = "/api/v1/audit-logs";

    [Fact]
    public async Task An_entry_says_who_did_what_to_whom_from_where_in_which_request_and_what_changed()
    {
        var person = await api.InviteAsync(name: "Ada");
        var renamed = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Ada King" })).Expect(HttpStatusCode.OK);

        var page = await api.GetAsync(ApiFixture.Admin, $"{Log}?target={person.Id}&action=user.updated");

        var id = page.Ids.Should().ContainSingle().Subject;
        var one = await api.GetAsync(ApiFixture.Admin, $"{Log}/{id}");
        (one.Text("data.id"), one.Text("data.type")).Should().Be((id, "audit_log"));
        one.Body.At("data.attributes").EnumerateObject().Select(attribute => attribute.Name).Should().Equal(
            "action", "outcome", "actorType", "actorId", "targetType", "targetId", "ipAddress", "userAgent", "requestId", "reason", "changes", "createdAt");
        (one.Text("data.attributes.action"), one.Text("data.attributes.outcome")).Should().Be(("user.updated", "SUCCEEDED"));
        (one.Text("data.attributes.actorType"), one.Text("data.attributes.actorId")).Should().Be(("user", await api.UserIdAsync(ApiFixture.Admin)));
        (one.Text("data.attributes.targetType"), one.Text("data.attributes.targetId")).Should().Be(("user", person.Id));
        (one.Text("data.attributes.userAgent"), one.Text("data.attributes.requestId")).Should().Be(("tests/1.0", renamed.Headers["X-Request-ID"]));
        (one.Text("data.attributes.changes.name.from"), one.Text("data.attributes.changes.name.to")).Should().Be(("Ada", "Ada King"));
        one.Body.At("data.attributes.reason").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        one.Headers["ETag"].Should().Be("\"1\"");
        one.Headers["Cache-Control"].Should().Contain("private");
    }

    [Fact]
    [Trait("Requirement", "R252")]
    public async Task A_refusal_is_in_it_with_its_reason()
    {
        var person = await api.InviteAsync();
        var refused = (await api.SendAsync(ApiFixture.Member, "DELETE", person.Path)).Expect(HttpStatusCode.Forbidden);

        var page = await api.GetAsync(ApiFixture.Admin, $"{Log}?target={person.Id}&outcome=DENIED");

        page.Ids.Should().ContainSingle();
        (page.Text("data.0.attributes.reason"), page.Text("data.0.attributes.requestId")).Should().Be(("INSUFFICIENT_ROLE", refused.Headers["X-Request-ID"]));
        page.Text("data.0.attributes.actorId").Should().Be(await api.UserIdAsync(ApiFixture.Member));
    }

    [Fact]
    public async Task It_is_filtered_by_actor_action_target_outcome_and_time_and_read_page_by_page()
    {
        var (user, key, target) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TypeId.Format("post", Guid.CreateVersion7()));
        var byUser = await AddAsync($"'{user}', null, 'filtered.begun', 'SUCCEEDED', '{target}', '2001-01-01 00:00:01Z'");
        var byKey = await AddAsync($"'{user}', '{key}', 'filtered.ended', 'SUCCEEDED', null, '2001-01-01 00:00:02Z'");
        var failed = await AddAsync("null, null, 'filtered.ended', 'FAILED', null, '2001-01-01 00:00:03Z'");
        var system = await AddAsync("null, null, 'filtered.ended', 'SUCCEEDED', null, '2001-01-01 00:00:04Z'");
        await AddAsync("null, null, 'filtered_not.ended', 'SUCCEEDED', null, '2001-01-01 00:00:05Z'");

        (await IdsAsync("action=filtered.*")).Should().Equal(system, failed, byKey, byUser);
        (await IdsAsync("action=filtered.begun")).Should().Equal(byUser);
        (await IdsAsync($"actor={TypeId.Format("usr", user)}")).Should().Equal(byKey, byUser);
        (await IdsAsync($"actor={TypeId.Format("key", key)}")).Should().Equal(byKey);
        (await IdsAsync($"target={target}")).Should().Equal(byUser);
        (await IdsAsync("action=filtered.*&outcome=FAILED")).Should().Equal(failed);
        (await IdsAsync("action=filtered.*&createdAfter=2001-01-01T00:00:01Z&createdBefore=2001-01-01T00:00:04Z")).Should().Equal(failed, byKey);
        (await IdsAsync("action=filtered.*&page=2&limit=3&orderDir=asc")).Should().Equal(system);
        var first = await api.GetAsync(ApiFixture.Admin, $"{Log}?action=filtered.*&limit=3");
        (await api.GetAsync(ApiFixture.Admin, first.Text("links.next")!)).Ids.Should().Equal(byUser);
        (first.Text("data.0.attributes.actorType"), first.Text("data.1.attributes.actorType"), first.Text("data.2.attributes.actorType")).Should().Be(("system", null, "api_key"));
        first.Text("data.2.attributes.actorId").Should().Be(TypeId.Format("key", key));
    }

    [Theory]
    [InlineData("actor=post_01h455vb4pex5vsknk084sn02q", "actor INVALID_FORMAT")]
    [InlineData("action=User", "action INVALID_FORMAT")]
    [InlineData("target=somebody", "target INVALID_FORMAT")]
    [InlineData("outcome=PERHAPS", "outcome INVALID_VALUE")]
    [InlineData("orderBy=action", "orderBy INVALID_VALUE")]
    [InlineData("updatedAfter=2001-01-01T00:00:01Z", "updatedAfter UNKNOWN_FIELD")]
    public async Task What_it_is_filtered_by_has_a_form(string query, string error) =>
        (await api.SendAsync(ApiFixture.Admin, "GET", $"{Log}?{query}")).Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal(error);

    [Theory]
    [InlineData(ApiFixture.Member)]
    [InlineData(ApiFixture.Viewer)]
    public async Task It_is_for_administrators(string email) =>
        (await api.SendAsync(email, "GET", Log)).ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Insufficient permissions");

    [Fact]
    public async Task Another_organization_sees_nothing_of_it()
    {
        var person = await api.InviteAsync();
        var id = (await IdsAsync($"target={person.Id}")).Should().ContainSingle().Subject;

        (await api.GetAsync(ApiFixture.OtherAdmin, $"{Log}?target={person.Id}")).Ids.Should().BeEmpty();
        (await api.SendAsync(ApiFixture.OtherAdmin, "GET", $"{Log}/{id}")).Expect(HttpStatusCode.NotFound);
    }

    // What is filtered by is in the index, and the order is the index's: nothing else is read, and nothing sorted. Each partition has the indexes of the log; these ids are of no month.
    [Theory]
    [InlineData("actor_id = '{0}'", "audit_logs_actor_idx")]
    [InlineData("api_key_id = '{0}'", "audit_logs_api_key_idx")]
    [InlineData("target_id = '{0}'", "audit_logs_target_idx")]
    [InlineData("action = 'none.done'", "audit_logs_action_idx")]
    [InlineData("outcome = 'FAILED'", "audit_logs_outcome_idx")]
    [InlineData("created_at < '2001-01-01'", "audit_logs_created_at_idx")]
    public async Task Each_filter_is_served_by_an_index_in_the_order_of_the_list(string condition, string index)
    {
        await api.ExecuteAsync(
            """
            insert into auditing.audit_logs (id, organization_id, actor_id, api_key_id, action, outcome, target_id, changes, created_at)
            select gen_random_uuid(), '018f0000-0000-7000-8000-000000000001', gen_random_uuid(), gen_random_uuid(), 'some.done', 'SUCCEEDED', md5(n::text), '{}',
              timestamptz '2002-01-01' + n * interval '1 second'
            from generate_series(1, 5000) n;
            analyze auditing.audit_logs_default
            """);

        var plan = await api.ScalarAsync<string>(
            $"explain (format json) select id from auditing.audit_logs_default where organization_id = '018f0000-0000-7000-8000-000000000001' and {string.Format(null, condition, Guid.NewGuid())} "
            + "order by created_at desc, id desc limit 21");

        plan.Should().NotContain("\"Sort\"");
        (await api.ScalarAsync<string>(
            $"""
            select string_agg(distinct inhparent::regclass::text, ', ') from jsonb_path_query($plan${plan}$plan$, 'strict $.**."Index Name"') used
            join pg_inherits on inhrelid = ('auditing.' || (used #>> '{"{}"}'))::regclass
            """)).Should().Be($"auditing.{index}");
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string query) => (await api.GetAsync(ApiFixture.Admin, $"{Log}?{query}")).Ids;

    private async Task<string> AddAsync(string values)
    {
        var id = Guid.CreateVersion7();
        await api.ExecuteAsync(
            $$"""
            insert into auditing.audit_logs (id, organization_id, changes, actor_id, api_key_id, action, outcome, target_id, created_at)
            select '{{id}}', organization_id, '{}', {{values}} from users.users where email = '{{ApiFixture.Admin}}'
            """);
        return new AuditLogId(id).ToString();
    }
}
