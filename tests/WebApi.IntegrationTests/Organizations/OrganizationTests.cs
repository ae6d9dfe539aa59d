using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Organizations;

public sealed class OrganizationTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Path = "/api/v1/organization";

    [Theory]
    [InlineData(ApiFixture.Viewer, "Acme")]
    [InlineData(ApiFixture.Member, "Acme")]
    [InlineData(ApiFixture.OtherAdmin, "Globex")]
    [Trait("Requirement", "R7")]
    [Trait("Requirement", "R38")]
    [Trait("Requirement", "R39")]
    [Trait("Requirement", "R233")]
    public async Task Everybody_reads_their_own_organization(string email, string name)
    {
        var answer = await api.GetAsync(email, Path);
        var data = answer.Body.At("data");
        Names(answer.Body).Should().Equal("data", "meta");
        Names(data).Should().Equal("id", "type", "attributes");
        Names(data.At("attributes")).Should().Equal("name", "plan", "requireSecondFactor", "createdAt", "updatedAt");
        data.Text("id").Should().StartWith("org_").And.Be((await api.GetAsync(email, "/api/v1/me")).Text("data.relationships.organization.id"));
        (data.Text("type"), data.Text("attributes.name"), data.Text("attributes.plan")).Should().Be(("organization", name, "PRO"));
        answer.Headers["ETag"].Should().MatchRegex("^\"[1-9][0-9]*\"$");
        answer.Text("meta.requestId").Should().Be(answer.Headers["X-Request-ID"]);
    }

    [Fact]
    [Trait("Requirement", "R10")]
    [Trait("Requirement", "R231")]
    public async Task An_administrator_renames_it_and_the_audit_log_says_so()
    {
        var other = await api.GetAsync(ApiFixture.OtherAdmin, Path);
        var before = (await api.GetAsync(ApiFixture.Admin, Path)).Text("data.attributes.name");
        var renamed = (await api.SendAsync(ApiFixture.Admin, "PATCH", Path, new { name = " Acme International " })).Expect(HttpStatusCode.OK);
        renamed.Text("data.attributes.name").Should().Be("Acme International");
        var read = await api.GetAsync(ApiFixture.Viewer, Path);
        read.Body.At("data").GetRawText().Should().Be(renamed.Body.At("data").GetRawText());
        read.Headers["ETag"].Should().Be(renamed.Headers["ETag"]);
        (await api.GetAsync(ApiFixture.Viewer, "/api/v1/me?include=organization")).Text("data.relationships.organization.attributes.name")
            .Should().Be("Acme International");
        (await api.GetAsync(ApiFixture.OtherAdmin, Path)).Body.At("data").GetRawText().Should().Be(other.Body.At("data").GetRawText());
        var entry = (await api.AuditAsync(renamed)).Should().ContainSingle().Subject;
        (entry.Text("action"), entry.Text("outcome"), entry.Text("target_type"), entry.Text("target_id"))
            .Should().Be(("organization.updated", "SUCCEEDED", "organization", renamed.Text("data.id")));
        (entry.Text("actor_id"), entry.Text("organization_id"), entry.Text("request_id")).Should().Be((
            (await api.UuidAsync(ApiFixture.Admin)).ToString(),
            await api.ScalarAsync<string>("select id::text from organizations.organizations where name = 'Acme International'"),
            renamed.Text("meta.requestId")));
        Names(entry.At("changes")).Should().Equal("name");
        (entry.Text("changes.name.from"), entry.Text("changes.name.to")).Should().Be((before, "Acme International"));
        (await api.SendAsync(ApiFixture.Admin, "PATCH", Path, new { name = before })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_leaves_version_and_audit_log_alone()
    {
        var before = await api.GetAsync(ApiFixture.Admin, Path);
        foreach (var json in new[] { "{}", JsonSerializer.Serialize(new { name = before.Text("data.attributes.name") }) })
        {
            var same = (await api.SendAsync(ApiFixture.Admin, "PATCH", Path, json, mediaType: "application/merge-patch+json")).Expect(HttpStatusCode.OK);
            same.Body.At("data").GetRawText().Should().Be(before.Body.At("data").GetRawText());
            same.Headers["ETag"].Should().Be(before.Headers["ETag"]);
            (await api.AuditAsync(same)).Should().BeEmpty();
        }
    }

    [Theory]
    [InlineData(ApiFixture.Member)]
    [InlineData(ApiFixture.Viewer)]
    [Trait("Requirement", "R59")]
    public async Task Only_administrators_can_rename_it_and_the_attempt_is_audited(string email)
    {
        var answer = await api.SendAsync(email, "PATCH", Path, new { name = "Mine" });
        answer.ExpectError(HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR", "Admin access required");
        var denied = (await api.AuditAsync(answer)).Should().ContainSingle().Subject;
        (denied.Text("action"), denied.Text("outcome")).Should().Be(("organization.updated", "DENIED"));
        (await api.GetAsync(email, Path)).Text("data.attributes.name").Should().NotBe("Mine");
    }

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task A_stale_version_is_412()
    {
        var stale = (await api.GetAsync(ApiFixture.OtherAdmin, Path)).Headers["ETag"];
        var changed = (await api.SendAsync(ApiFixture.OtherAdmin, "PATCH", Path, new { name = "Globex 2" }, stale)).Expect(HttpStatusCode.OK);
        (await api.SendAsync(ApiFixture.OtherAdmin, "PATCH", Path, new { name = "Globex 3" }, stale)).Expect(HttpStatusCode.PreconditionFailed)
            .Text("error.code").Should().Be("PRECONDITION_FAILED");
        (await api.SendAsync(ApiFixture.OtherAdmin, "PATCH", Path, new { name = "Globex" }, changed.Headers["ETag"])).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"name":null}""", "name", "REQUIRED", "Name is required")]
    [InlineData("""{"name":""}""", "name", "BLANK", "Must not be blank")]
    [InlineData("""{"name":"a\tb"}""", "name", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"name":"Win at https://evil.test"}""", "name", "INVALID_FORMAT", "Must not contain a link")]
    [InlineData("""{"name":[]}""", "name", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"plan":"ENTERPRISE"}""", "plan", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"id":"org_01h455vb4pex5vsknk084sn02q"}""", "id", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"organizationId":"org_01h455vb4pex5vsknk084sn02q"}""", "organizationId", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [Trait("Requirement", "R167")]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R226")]
    public async Task A_wrong_field_is_422_with_its_code_and_message(string json, string field, string code, string message)
    {
        var answer = await api.SendAsync(ApiFixture.Admin, "PATCH", Path, json);
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body");
        answer.Body.At("error.details").GetArrayLength().Should().Be(1, "{0}", answer.Body);
        var detail = answer.Body.At("error.details.0");
        (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be((field, code, message));
    }

    [Fact]
    public async Task A_name_has_at_most_100_characters() =>
        (await api.SendAsync(ApiFixture.Admin, "PATCH", Path, new { name = new string('n', 101) })).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("name TOO_LONG");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
