using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class MeTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Me = "/api/v1/me";
    private const string Avatar = "https://www.example.com/a.png";

    [Theory]
    [InlineData(ApiFixture.Viewer, "VIEWER")]
    [InlineData(ApiFixture.Member, "MEMBER")]
    [InlineData(ApiFixture.Admin, "ADMIN")]
    [InlineData(ApiFixture.OtherAdmin, "ADMIN")]
    [Trait("Requirement", "R189")]
    public async Task Everybody_reads_themselves_as_others_would_see_them(string email, string role)
    {
        var me = await api.GetAsync(email, Me);
        (me.Text("data.attributes.email"), me.Text("data.attributes.role")).Should().Be((email, role));
        var same = await api.GetAsync(email, $"{UsersApi.Path}/{me.Text("data.id")}");
        same.Body.At("data").GetRawText().Should().Be(me.Body.At("data").GetRawText());
        same.Headers["ETag"].Should().Be(me.Headers["ETag"]);
    }

    [Fact]
    [Trait("Requirement", "R145")]
    public async Task The_organization_is_embedded_where_it_is_asked_for()
    {
        var organization = (await api.GetAsync(ApiFixture.Viewer, $"{Me}?include=organization")).Body.At("data.relationships.organization");
        (organization.Text("attributes.name"), organization.Text("attributes.plan")).Should().Be(("Acme", "PRO"));
        (await api.SendAsync(ApiFixture.Viewer, "GET", Me + "?include=posts")).ExpectError(
            HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid query parameters").FieldErrors.Should().Equal("include INVALID_VALUE");
    }

    [Fact]
    [Trait("Requirement", "R202")]
    [Trait("Requirement", "R205")]
    [Trait("Requirement", "R231")]
    public async Task A_patch_changes_only_the_caller_s_own_profile()
    {
        var (person, other) = (await api.AddAsync("VIEWER", "Before"), await api.AddAsync("VIEWER", "Bystander"));
        var before = await api.GetAsync(ApiFixture.Admin, other.Path);
        Attributes(await PatchAsync(person, $$"""{"bio":"B","avatarUrl":"{{Avatar}}"}""")).Should().Be(("Before", "B", Avatar));
        Attributes(await PatchAsync(person, """{"name":" After "}""")).Should().Be(("After", "B", Avatar));
        var last = await PatchAsync(person, """{"bio":null,"avatarUrl":null}""");
        Attributes(last).Should().Be(("After", null, null));
        (await api.GetAsync(person.Email, Me)).Body.At("data").GetRawText().Should().Be(last.Body.At("data").GetRawText());
        (await api.GetAsync(ApiFixture.Member, person.Path)).Body.At("data").GetRawText().Should().Be(last.Body.At("data").GetRawText());
        (await api.GetAsync(ApiFixture.Admin, other.Path)).Body.At("data").GetRawText().Should().Be(before.Body.At("data").GetRawText());
    }

    [Theory]
    [InlineData("""{"name":null}""", "name", "REQUIRED", "Name is required")]
    [InlineData("""{"name":" "}""", "name", "BLANK", "Must not be blank")]
    [InlineData("""{"name":3}""", "name", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"avatarUrl":"ftp://www.example.com/"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://192.168.1.1/"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"bio":"\u0007"}""", "bio", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"role":"ADMIN"}""", "role", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"email":"other@acme.test"}""", "email", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"organizationId":"org_01h455vb4pex5vsknk084sn02q"}""", "organizationId", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"status":"ACTIVE"}""", "status", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [Trait("Requirement", "R176")]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R195")]
    [Trait("Requirement", "R202")]
    [Trait("Requirement", "R204")]
    public async Task A_wrong_field_is_422_with_its_code_and_message(string json, string field, string code, string message)
    {
        var answer = await api.SendAsync(ApiFixture.Viewer, "PATCH", Me, json);
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body");
        answer.Body.At("error.details").GetArrayLength().Should().Be(1, "{0}", answer.Body);
        var detail = answer.Body.At("error.details.0");
        (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be((field, code, message));
    }

    [Fact]
    [Trait("Requirement", "R202")]
    public async Task Lengths_are_bounded_and_all_errors_are_reported_together()
    {
        var body = new { name = new string('n', 101), bio = new string('b', 501), avatarUrl = "https://www.example.com/" + new string('a', 2048) };
        (await api.SendAsync(ApiFixture.Viewer, "PATCH", Me, body)).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().BeEquivalentTo("name TOO_LONG", "bio TOO_LONG", "avatarUrl TOO_LONG");
    }

    [Fact]
    [Trait("Requirement", "R242")]
    public async Task A_stale_version_is_412()
    {
        var person = await api.AddAsync();
        var stale = (await api.GetAsync(person.Email, Me)).Headers["ETag"];
        (await api.SendAsync(person.Email, "PATCH", Me, new { name = "First" }, stale)).Expect(HttpStatusCode.OK);
        (await api.SendAsync(person.Email, "PATCH", Me, new { name = "Second" }, stale)).Expect(HttpStatusCode.PreconditionFailed)
            .Text("error.code").Should().Be("PRECONDITION_FAILED");
        (await api.GetAsync(person.Email, Me)).Text("data.attributes.name").Should().Be("First");
    }

    private static (string? Name, string? Bio, string? AvatarUrl) Attributes(Answer answer)
    {
        var attributes = answer.Body.At("data.attributes");
        return (attributes.Text("name"), attributes.Text("bio"), attributes.Text("avatarUrl"));
    }

    private async Task<Answer> PatchAsync(Person person, string json) => (await api.SendAsync(person.Email, "PATCH", Me, json)).Expect(HttpStatusCode.OK);
}
