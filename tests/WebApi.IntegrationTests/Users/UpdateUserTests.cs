using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class UpdateUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Bio = "Line one\nline two";
    private const string Avatar = "https://www.example.com/a.png";

    [Fact]
    [Trait("Requirement", "R25")]
    [Trait("Requirement", "R53")]
    public async Task Absent_fields_stay_and_null_removes()
    {
        var person = await api.InviteAsync(name: "First");
        var filled = await PatchAsync(person, $$"""{"bio":{{JsonSerializer.Serialize(Bio)}},"avatarUrl":"{{Avatar}}"}""");
        Attributes(filled).Should().Be(("First", "MEMBER", Bio, Avatar));
        Attributes(await PatchAsync(person, """{"name":"Second"}""")).Should().Be(("Second", "MEMBER", Bio, Avatar));
        Attributes(await PatchAsync(person, """{"bio":null}""")).Should().Be(("Second", "MEMBER", null, Avatar));
        Attributes(await PatchAsync(person, """{"role":"VIEWER"}""")).Should().Be(("Second", "VIEWER", null, Avatar));
        Attributes(await PatchAsync(person, """{"avatarUrl":null}""")).Should().Be(("Second", "VIEWER", null, null));
        Attributes(await PatchAsync(person, "{}")).Should().Be(("Second", "VIEWER", null, null));
        Attributes(await api.GetAsync(ApiFixture.Member, person.Path)).Should().Be(("Second", "VIEWER", null, null));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/merge-patch+json")]
    [Trait("Requirement", "R242")]
    public async Task Both_media_types_are_taken(string mediaType)
    {
        var person = await api.InviteAsync();
        var patched = await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, """{"bio":"B"}""", mediaType: mediaType);
        patched.Expect(HttpStatusCode.OK).Text("data.attributes.bio").Should().Be("B");
    }

    [Theory]
    [InlineData("MEMBER", "ADMIN")]
    [InlineData("ADMIN", "VIEWER")]
    [InlineData("VIEWER", "MEMBER")]
    [Trait("Requirement", "R194")]
    [Trait("Requirement", "R200")]
    public async Task An_administrator_changes_others_names_and_roles(string from, string to)
    {
        var person = await api.InviteAsync(from);
        var patched = (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { name = "Renamed", role = to })).Expect(HttpStatusCode.OK);
        Attributes(patched).Should().Be(("Renamed", to, null, null));
    }

    [Theory]
    [InlineData("VIEWER")]
    [InlineData("MEMBER")]
    [InlineData("ADMIN")]
    [Trait("Requirement", "R194")]
    [Trait("Requirement", "R195")]
    [Trait("Requirement", "R243")]
    public async Task One_changes_one_s_own_profile_and_never_one_s_own_role(string role)
    {
        var person = await api.AddAsync(role);
        Attributes((await api.SendAsync(person.Email, "PATCH", person.Path, new { name = "Own", role })).Expect(HttpStatusCode.OK))
            .Should().Be(("Own", role, null, null));
        foreach (var other in new[] { "VIEWER", "MEMBER", "ADMIN" }.Where(other => other != role))
        {
            var body = new { name = "Not kept", role = other };
            foreach (var method in new[] { "PATCH", "PUT" })
            {
                var answer = await api.SendAsync(person.Email, method, person.Path, body);
                answer.ExpectRefusal(HttpStatusCode.BadRequest, "BAD_REQUEST", "OWN_ROLE", "Cannot change your own role");
                (await api.AuditAsync(answer)).Should().BeEmpty();
            }
        }

        Attributes(await api.GetAsync(person.Email, person.Path)).Should().Be(("Own", role, null, null));
    }

    [Theory]
    [InlineData("""{"name":null}""", "name", "REQUIRED", "Name is required")]
    [InlineData("""{"name":""}""", "name", "BLANK", "Must not be blank")]
    [InlineData("""{"name":"a\rb"}""", "name", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"name":{}}""", "name", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"role":null}""", "role", "REQUIRED", "Role can't be removed")]
    [InlineData("""{"role":"ROOT"}""", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("""{"role":0}""", "role", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"bio":"a\u0000"}""", "bio", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"bio":1}""", "bio", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"avatarUrl":""}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"http://www.example.com/a.png"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://10.0.0.1/a.png"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://127.1/a.png"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://[::1]/a.png"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://169.254.169.254/latest"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://user:pass@example.com/"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"https://localhost/"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"avatarUrl":"javascript:alert(1)"}""", "avatarUrl", "INVALID_FORMAT", "Invalid or unsafe URL")]
    [InlineData("""{"email":"other@acme.test"}""", "email", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"status":"ACTIVE"}""", "status", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"organizationId":"org_01h455vb4pex5vsknk084sn02q"}""", "organizationId", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"id":"usr_01h455vb4pex5vsknk084sn02q"}""", "id", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"createdAt":null}""", "createdAt", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [InlineData("""{"expected":{"versions":[1]}}""", "expected", "UNKNOWN_FIELD", "Unknown field; remove it")]
    [Trait("Requirement", "R176")]
    [Trait("Requirement", "R177")]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R226")]
    public async Task A_wrong_field_is_422_with_its_code_and_message(string json, string field, string code, string message)
    {
        var path = $"{UsersApi.Path}/{await api.UserIdAsync(ApiFixture.Viewer)}";
        var answer = await api.SendAsync(ApiFixture.Admin, "PATCH", path, json);
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body");
        answer.Body.At("error.details").GetArrayLength().Should().Be(1, "{0}", answer.Body);
        var detail = answer.Body.At("error.details.0");
        (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be((field, code, message));
    }

    [Fact]
    [Trait("Requirement", "R202")]
    public async Task A_bio_has_at_most_500_characters_as_people_count_them()
    {
        var person = await api.InviteAsync();
        var longest = string.Concat(Enumerable.Repeat("😀", 500));
        Attributes(await PatchAsync(person, JsonSerializer.Serialize(new { bio = longest }))).Bio.Should().Be(longest);
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, new { bio = longest + "!" })).Expect(HttpStatusCode.UnprocessableEntity)
            .FieldErrors.Should().Equal("bio TOO_LONG");
    }

    [Theory]
    [InlineData("[]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("null", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [Trait("Requirement", "R57")]
    public async Task A_patch_is_an_object(string json, HttpStatusCode expected)
    {
        var person = await api.InviteAsync();
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, json)).Expect(expected);
    }

    private static (string? Name, string? Role, string? Bio, string? AvatarUrl) Attributes(Answer answer)
    {
        var attributes = answer.Body.At("data.attributes");
        return (attributes.Text("name"), attributes.Text("role"), attributes.Text("bio"), attributes.Text("avatarUrl"));
    }

    private async Task<Answer> PatchAsync(Person person, string json) =>
        (await api.SendAsync(ApiFixture.Admin, "PATCH", person.Path, json, mediaType: "application/merge-patch+json")).Expect(HttpStatusCode.OK);
}
