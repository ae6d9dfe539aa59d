using System.Text;
using System.Text.Json;
using CleanApi.Application.Access;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Json;

namespace CleanApi.WebApi.UnitTests.Json;

public sealed class JsonBodyTests
{
    private static readonly JsonSerializerOptions Options = Configured();

    [Fact]
    public void Reads_a_valid_body()
    {
        var command = Read<CreateUser>("""{"email":"Ada@acme.test","name":"Ada","role":"ADMIN"}""");

        command.Should().Be(new CreateUser("Ada@acme.test", "Ada", UserRole.Admin));
        Read<CreateUser>("{}").Role.Should().Be(UserRole.Member, "an absent field has its default");
        Read<CreateUser>("\uFEFF{\"name\":\"\\u0041\\uD83D\\uDE00\"}").Name.Should().Be("A😀");
    }

    [Fact]
    [Trait("Requirement", "R25")]
    public void Distinguishes_absent_from_null()
    {
        var patch = Read<UserPatch>("""{"bio":null,"role":"VIEWER"}""");

        (patch.Bio.IsPresent, patch.Bio.Value).Should().Be((true, null));
        patch.Name.IsPresent.Should().BeFalse();
        patch.Role.Value.Should().Be(UserRole.Viewer);
    }

    [Theory]
    [Trait("Requirement", "R57")]
    [InlineData("{", "line 1, position 2")]
    [InlineData("{\"name\":\n \"a\",}", "line 2, position 6")]
    [InlineData("{'name':'a'}", "line 1, position 2")]
    [InlineData("{\"name\":\"a\"} x", "line 1, position 14")]
    [InlineData("{\"name\":\"a\"}{}", "line 1")]
    [InlineData("// no\n{}", "line 1")]
    [InlineData("{\"name\":NaN}", "line 1")]
    [InlineData("{\"name\":\"a\tb\"}", "line 1")]
    [InlineData("{\"name\":01}", "line 1")]
    [InlineData("{\"name\":\"\\ud800\"}", "surrogate")]
    [InlineData("{\"name\":\"\\udc00\\ud800\"}", "surrogate")]
    [InlineData("{\"\\ud800\":1}", "surrogate")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", "twice: name")]
    [InlineData("{\"name\":\"a\",\"n\\u0061me\":\"b\"}", "twice: name")]
    [InlineData(" ", "line 1")]
    public void Rejects_malformed_JSON(string json, string message) =>
        Reading<CreateUser>(json).Should().Throw<MalformedRequestError>().Which.Message.Should().Contain(message);

    [Fact]
    public void Rejects_invalid_UTF_8() =>
        FluentActions.Invoking(() => JsonBody.Read(new byte[] { (byte)'"', 0xC0, 0x80, (byte)'"' }, Options.GetTypeInfo(typeof(CreateUser))))
            .Should().Throw<MalformedRequestError>().WithMessage("The body is not valid UTF-8");

    [Fact]
    public void Rejects_excessive_nesting()
    {
        Reading<Dictionary<string, JsonElement>>($"{{\"a\":{new string('[', 31)}{new string(']', 31)}}}").Should().NotThrow();
        Reading<Dictionary<string, JsonElement>>($"{{\"a\":{new string('[', 32)}{new string(']', 32)}}}").Should().Throw<MalformedRequestError>()
            .WithMessage("The body is nested more than 32 levels deep");
        Reading<CreateUser>(new string('[', 100_000)).Should().Throw<MalformedRequestError>();
    }

    [Fact]
    public void Rejects_an_unpaired_surrogate_in_raw_JSON() =>
        Reading<Dictionary<string, JsonElement>>("""{"a":{"b":"\ud800"}}""").Should().Throw<MalformedRequestError>();

    [Fact]
    [Trait("Requirement", "R62")]
    [Trait("Requirement", "R137")]
    [Trait("Requirement", "R192")]
    [Trait("Requirement", "R204")]
    [Trait("Requirement", "R240")]
    public void Reports_all_errors_together()
    {
        var error = Reading<CreateUser>("""{"email":5,"name":["x"],"role":"OWNER","organizationId":"org_1","Name":"x"}""")
            .Should().Throw<ValidationError>().Which;

        error.Message.Should().Be("Invalid request body");
        error.Details.Should().Equal(
            new ErrorDetail("email", FieldCodes.InvalidType, "Must be a string"),
            new ErrorDetail("name", FieldCodes.InvalidType, "Must be a string"),
            new ErrorDetail("role", FieldCodes.InvalidValue, "Must be one of VIEWER, MEMBER, ADMIN"),
            new ErrorDetail("organizationId", FieldCodes.UnknownField, "Unknown field; remove it"),
            new ErrorDetail("Name", FieldCodes.UnknownField, "Unknown field; remove it"));
    }

    [Fact]
    [Trait("Requirement", "R240")]
    public void Reads_what_has_no_fault_beside_what_has_one()
    {
        var (value, faults) = JsonBody.Read("""{"email":"nobody","name":5,"role":"BOSS","more":{"deep":1}}"""u8.ToArray(), Options.GetTypeInfo(typeof(CreateUser)));

        faults.Select(fault => fault.Field).Should().Equal("name", "role", "more");
        value.Should().Be(new CreateUser("nobody", null));
    }

    [Fact]
    public void Reads_the_items_beside_one_that_has_a_fault_and_keeps_their_places()
    {
        var (value, faults) = JsonBody.Read("""{"name":"K","scopes":["nope","users:read",1],"scopes[0]":1}"""u8.ToArray(), Options.GetTypeInfo(typeof(CreateApiKey)));

        faults.Select(fault => (fault.Field, fault.Pointer)).Should().Equal(("scopes[2]", "#/scopes/2"), ("scopes[0]", "#/scopes%5B0%5D"));
        value.Should().BeOfType<CreateApiKey>().Which.Scopes.Should().Equal("nope", "users:read", null);
    }

    [Fact]
    public void A_list_of_more_faults_than_are_told_hides_no_other_field()
    {
        var json = $$"""{"name":"K","scopes":[{{string.Join(',', Enumerable.Repeat(1, 200))}}]}""";
        var (value, faults) = JsonBody.Read(Encoding.UTF8.GetBytes(json), Options.GetTypeInfo(typeof(CreateApiKey)));

        faults.Should().HaveCount(100);
        value.Should().BeOfType<CreateApiKey>().Which.Name.Should().Be("K");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"a\"")]
    [InlineData("1")]
    public void Accepts_objects_only(string json) =>
        Reading<CreateUser>(json).Should().Throw<ValidationError>().Which.Details.Should()
            .Equal(new ErrorDetail(null, FieldCodes.InvalidType, "Must be an object"));

    [Theory]
    [Trait("Requirement", "R177")]
    [InlineData("\"admin\"", FieldCodes.InvalidValue)]
    [InlineData("\" ADMIN\"", FieldCodes.InvalidValue)]
    [InlineData("\"ADMIN,MEMBER\"", FieldCodes.InvalidValue)]
    [InlineData("\"2\"", FieldCodes.InvalidValue)]
    [InlineData("2", FieldCodes.InvalidType)]
    [InlineData("null", FieldCodes.InvalidType)]
    public void Accepts_enum_names_only(string role, string code) =>
        Reading<CreateUser>($"{{\"role\":{role}}}").Should().Throw<ValidationError>().Which.Details.Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    [Trait("Requirement", "R173")]
    public void Names_items_of_lists_by_their_index() =>
        Reading<Dictionary<string, List<UserId>>>("""{"ids":["usr_01h455vb4pex5vsknk084sn02q","org_01h455vb4pex5vsknk084sn02q",3]}""")
            .Should().Throw<ValidationError>().Which.Details.Should().Equal(
                new ErrorDetail("ids[1]", FieldCodes.InvalidFormat, "Invalid ID format"),
                new ErrorDetail("ids[2]", FieldCodes.InvalidType, "Must be a string"));

    [Theory]
    [InlineData("id", "\"usr_01h455vb4pex5vsknk084sn02q\"")]
    public void Rejects_members_that_come_from_the_path_or_headers(string field, string value) =>
        Reading<ReplaceUser>($"{{\"name\":\"Ada\",\"{field}\":{value}}}").Should().Throw<ValidationError>().Which.Details.Should()
            .Equal(new ErrorDetail(field, FieldCodes.UnknownField, "Unknown field; remove it"));

    [Fact]
    [Trait("Requirement", "R38")]
    public void Writes_names_ids_and_plain_text()
    {
        var id = UserId.From(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));

        JsonSerializer.Serialize(new { Role = UserRole.Admin, Id = id, Text = "a & ö" }, Options)
            .Should().Be("""{"role":"ADMIN","id":"usr_01h455vb4pex5vsknk084sn02q","text":"a & ö"}""");
    }

    private static T Read<T>(string json)
    {
        var (value, faults) = JsonBody.Read(Encoding.UTF8.GetBytes(json), Options.GetTypeInfo(typeof(T)));
        return faults.Count == 0 ? (T)value! : throw new ValidationError([.. faults.Select(fault => fault with { Pointer = null })]);
    }

    private static Action Reading<T>(string json) => () => Read<T>(json);

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions();
        JsonSetup.Configure(options);
        return options;
    }
}
