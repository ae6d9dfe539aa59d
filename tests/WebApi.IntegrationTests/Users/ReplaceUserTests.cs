using System.Net;
using System.Text.Json.Nodes;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ReplaceUserTests(UsersApi api) : IClassFixture<UsersApi>
{
    private const string Avatar = "https://www.example.com/a.png";

    [Fact]
    [Trait("Requirement", "R26")]
    [Trait("Requirement", "R53")]
    public async Task What_is_left_out_is_removed()
    {
        var person = await api.InviteAsync();
        var full = await PutAsync(person, new { name = "Full", role = "VIEWER", bio = "Bio", avatarUrl = Avatar });
        Attributes(full).Should().Be(("Full", "VIEWER", "Bio", Avatar));
        Attributes(await PutAsync(person, new { name = "Bare", role = "MEMBER" })).Should().Be(("Bare", "MEMBER", null, null));
        var read = await api.GetAsync(ApiFixture.Member, person.Path);
        Attributes(read).Should().Be(("Bare", "MEMBER", null, null));
        (read.Text("data.attributes.email"), read.Text("data.attributes.status")).Should().Be((person.Email, "INVITED"));
    }

    [Fact]
    [Trait("Requirement", "R26")]
    public async Task The_same_again_changes_nothing()
    {
        var person = await api.InviteAsync();
        var body = new { name = "Same", role = "VIEWER", bio = "Bio" };
        var first = await PutAsync(person, body);
        var second = await PutAsync(person, body);
        second.Body.At("data").GetRawText().Should().Be(first.Body.At("data").GetRawText());
        second.Headers["ETag"].Should().Be(first.Headers["ETag"]);
    }

    [Fact]
    public async Task The_address_may_be_sent_back_and_is_not_changed_by_it()
    {
        var person = await api.InviteAsync();
        var echoed = await PutAsync(person, new { name = "N", role = "MEMBER", email = $" {person.Email.ToUpperInvariant()}" });
        echoed.Text("data.attributes.email").Should().Be(person.Email);
        var other = await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, new { name = "Not kept", role = "MEMBER", email = UsersApi.NewEmail() });
        other.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body").FieldErrors.Should().Equal("email READ_ONLY");
        Attributes(await api.GetAsync(ApiFixture.Admin, person.Path)).Name.Should().Be("N");
    }

    [Fact]
    public async Task What_was_read_can_be_edited_and_sent_back()
    {
        var person = await api.InviteAsync();
        await PutAsync(person, new { name = "Before", role = "VIEWER", bio = "Bio", avatarUrl = Avatar });
        var read = await api.GetAsync(ApiFixture.Admin, person.Path);
        var edited = JsonNode.Parse(read.Body.At("data.attributes").GetRawText())!.AsObject();
        edited["name"] = "After";
        var replaced = (await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, edited.ToJsonString(), read.Headers["ETag"])).Expect(HttpStatusCode.OK);
        Attributes(replaced).Should().Be(("After", "VIEWER", "Bio", Avatar));

        var stale = await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, edited.ToJsonString(), read.Headers["ETag"]);
        stale.Expect(HttpStatusCode.PreconditionFailed);
    }

    [Theory]
    [InlineData("{}", "name REQUIRED", "role REQUIRED")]
    [InlineData("""{"name":"N"}""", "role REQUIRED")]
    [InlineData("""{"role":"MEMBER"}""", "name REQUIRED")]
    [InlineData("""{"name":null,"role":null}""", "name REQUIRED", "role REQUIRED")]
    [InlineData("""{"name":"N","role":"member"}""", "role INVALID_VALUE")]
    [InlineData("""{"name":"N","role":"MEMBER","email":"nobody"}""", "email INVALID_FORMAT")]
    [InlineData("""{"name":"N","role":"MEMBER","avatarUrl":"http://www.example.com/"}""", "avatarUrl INVALID_FORMAT")]
    [InlineData("""{"name":"N","role":"MEMBER","organizationId":"org_01h455vb4pex5vsknk084sn02q"}""", "organizationId UNKNOWN_FIELD")]
    [InlineData("""{"name":"N","role":"MEMBER","id":"usr_01h455vb4pex5vsknk084sn02q"}""", "id UNKNOWN_FIELD")]
    [InlineData("""{"name":"N","role":"MEMBER","createdAt":"2026-01-01T00:00:00Z"}""", "createdAt READ_ONLY")]
    [InlineData("""{"name":"N","role":"MEMBER","status":"ACTIVE"}""", "status READ_ONLY")]
    [InlineData("""{"name":"N","role":"MEMBER","status":"GONE"}""", "status INVALID_VALUE")]
    [InlineData(
        """{"name":"N","role":"MEMBER","email":null,"status":null,"createdAt":null,"updatedAt":null}""",
        "email READ_ONLY", "status READ_ONLY", "createdAt READ_ONLY", "updatedAt READ_ONLY")]
    [InlineData(
        """{"name":"N","role":"MEMBER","email":"other@acme.test","status":"ACTIVE","createdAt":"2026-01-01T00:00:00Z","updatedAt":"2026-01-01T00:00:00+01:00"}""",
        "email READ_ONLY", "status READ_ONLY", "createdAt READ_ONLY", "updatedAt READ_ONLY")]
    [Trait("Requirement", "R26")]
    [Trait("Requirement", "R192")]
    public async Task A_wrong_or_missing_field_is_422(string json, params string[] errors)
    {
        var person = await api.InviteAsync(name: "Before");
        var answer = await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, json);
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body").FieldErrors.Should().Equal(errors);
        Attributes(await api.GetAsync(ApiFixture.Admin, person.Path)).Name.Should().Be("Before");
    }

    [Fact]
    [Trait("Requirement", "R194")]
    public async Task One_replaces_oneself_with_the_role_that_one_has()
    {
        var person = await api.AddAsync("VIEWER");
        var replaced = await api.SendAsync(person.Email, "PUT", person.Path, new { name = "Own", role = "VIEWER", bio = "Mine" });
        Attributes(replaced.Expect(HttpStatusCode.OK)).Should().Be(("Own", "VIEWER", "Mine", null));
    }

    private static (string? Name, string? Role, string? Bio, string? AvatarUrl) Attributes(Answer answer)
    {
        var attributes = answer.Body.At("data.attributes");
        return (attributes.Text("name"), attributes.Text("role"), attributes.Text("bio"), attributes.Text("avatarUrl"));
    }

    private async Task<Answer> PutAsync(Person person, object body) =>
        (await api.SendAsync(ApiFixture.Admin, "PUT", person.Path, body)).Expect(HttpStatusCode.OK);
}
