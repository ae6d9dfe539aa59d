using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class CreateUserValidationTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("""{"name":"N"}""", "email", "REQUIRED", "Email is required")]
    [InlineData("""{"email":null,"name":"N"}""", "email", "REQUIRED", "Email is required")]
    [InlineData("""{"email":"","name":"N"}""", "email", "BLANK", "Must not be blank")]
    [InlineData("""{"email":"nobody","name":"N"}""", "email", "INVALID_FORMAT", "Invalid email format")]
    [InlineData("""{"email":"a b@acme.test","name":"N"}""", "email", "INVALID_FORMAT", "Invalid email format")]
    [InlineData("""{"email":7,"name":"N"}""", "email", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"email":"v@acme.test"}""", "name", "REQUIRED", "Name is required")]
    [InlineData("""{"email":"v@acme.test","name":null}""", "name", "REQUIRED", "Name is required")]
    [InlineData("""{"email":"v@acme.test","name":""}""", "name", "BLANK", "Must not be blank")]
    [InlineData("""{"email":"v@acme.test","name":" \t "}""", "name", "BLANK", "Must not be blank")]
    [InlineData("""{"email":"v@acme.test","name":"a\nb"}""", "name", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"email":"v@acme.test","name":"a\u0000b"}""", "name", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("""{"email":"v@acme.test","name":["a"]}""", "name", "INVALID_TYPE", "Must be a string")]
    [InlineData("""{"email":"v@acme.test","name":"N","role":"OWNER"}""", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("""{"email":"v@acme.test","name":"N","role":"admin"}""", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("""{"email":"v@acme.test","name":"N","role":2}""", "role", "INVALID_TYPE", "Must be a string")]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R129")]
    [Trait("Requirement", "R167")]
    [Trait("Requirement", "R171")]
    [Trait("Requirement", "R177")]
    public async Task A_wrong_field_is_422_with_its_code_and_message(string json, string field, string code, string message)
    {
        var answer = await PostAsync(json);
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid request body");
        answer.Body.At("error.details").GetArrayLength().Should().Be(1, "{0}", answer.Body);
        var detail = answer.Body.At("error.details.0");
        (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be((field, code, message));
        (await api.ScalarAsync<long>("select count(*) from users.users where email = 'v@acme.test'")).Should().Be(0);
    }

    [Theory]
    [InlineData("organizationId", "\"org_01h455vb4pex5vsknk084sn02q\"")]
    [InlineData("organization_id", "\"org_01h455vb4pex5vsknk084sn02q\"")]
    [InlineData("id", "\"usr_01h455vb4pex5vsknk084sn02q\"")]
    [InlineData("createdAt", "\"2026-01-01T00:00:00Z\"")]
    [InlineData("deletedAt", "null")]
    [InlineData("status", "\"ACTIVE\"")]
    [InlineData("password", "\"Passw0rd!demo\"")]
    [InlineData("version", "7")]
    [InlineData("Role", "\"ADMIN\"")]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R226")]
    public async Task What_a_client_does_not_choose_is_refused(string field, string value)
    {
        var answer = await PostAsync($$"""{"email":"u@acme.test","name":"N","{{field}}":{{value}}}""");
        answer.Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal($"{field} UNKNOWN_FIELD");
        (await api.ScalarAsync<long>("select count(*) from users.users where email = 'u@acme.test'")).Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R204")]
    [Trait("Requirement", "R240")]
    public async Task All_errors_are_reported_together() =>
        (await PostAsync(JsonSerializer.Serialize(new { email = "nobody", name = new string('n', 101) })))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("email INVALID_FORMAT", "name TOO_LONG");

    [Fact]
    [Trait("Requirement", "R171")]
    public async Task An_address_has_at_most_255_characters()
    {
        var host = string.Join('.', new string('h', 63), new string('h', 63), new string('h', 63), "acme.test");
        var (longest, tooLong) = ($"{new string('l', 254 - host.Length)}@{host}", $"{new string('l', 255 - host.Length)}@{host}");
        var created = (await PostAsync(JsonSerializer.Serialize(new { email = longest, name = "N" }))).Expect(HttpStatusCode.Created);
        created.Text("data.attributes.email").Should().HaveLength(255).And.Be(longest);
        var answer = (await PostAsync(JsonSerializer.Serialize(new { email = tooLong, name = "N" }))).Expect(HttpStatusCode.UnprocessableEntity);
        (answer.Text("error.details.0.code"), answer.Text("error.details.0.message")).Should().Be(("TOO_LONG", "Email too long"));
    }

    [Theory]
    [InlineData("n")]
    [InlineData("é")]
    [InlineData("😀")]
    [Trait("Requirement", "R177")]
    public async Task A_name_has_at_most_100_characters_as_people_count_them(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, 100));
        var created = (await PostAsync(JsonSerializer.Serialize(new { email = UsersApi.NewEmail(), name = longest }))).Expect(HttpStatusCode.Created);
        created.Text("data.attributes.name").Should().Be(longest);
        (await PostAsync(JsonSerializer.Serialize(new { email = UsersApi.NewEmail(), name = longest + character })))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().Equal("name TOO_LONG");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"email":"v@acme.test","name":"N"}}""")]
    [InlineData("not json")]
    [InlineData("""{"email":"v@acme.test","name":"half a character: \ud83d"}""")]
    [InlineData("""{"email":"v@acme.test","name":"N","name":"M"}""")]
    [Trait("Requirement", "R57")]
    public async Task What_is_no_JSON_is_400(string body) =>
        (await PostAsync(body)).Expect(HttpStatusCode.BadRequest).Text("error.code").Should().Be("MALFORMED_REQUEST");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [Trait("Requirement", "R57")]
    [Trait("Requirement", "R242")]
    public async Task Another_media_type_is_415(string mediaType) =>
        (await api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, """{"email":"v@acme.test","name":"N"}""", mediaType: mediaType))
            .Expect(HttpStatusCode.UnsupportedMediaType).Text("error.code").Should().Be("UNSUPPORTED_MEDIA_TYPE");

    private Task<Answer> PostAsync(string json) => api.SendAsync(ApiFixture.Admin, "POST", UsersApi.Path, json);
}
