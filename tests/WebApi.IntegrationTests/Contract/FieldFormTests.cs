using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>What the document says of the form of every field of every body is what is enforced.</summary>
public sealed class FieldFormTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private ContractDocument? contract;

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Null_is_taken_where_the_document_says_so_and_refused_elsewhere()
    {
        List<string> faults = [];
        foreach (var (operation, body, name, schema) in await FieldsAsync())
        {
            var isNullable = Allows(schema, JsonSerializer.SerializeToElement<object?>(null));
            // What is missed when the field is left out may be missed when it is null.
            var isRefused = await IsRefusedAsync(operation, body.With(name, "null"), name)
                && !(isNullable && await IsRefusedAsync(operation, body.Without(name), name));
            if (isNullable == isRefused)
            {
                faults.Add($"{operation.Id}.{name}: null is {(isNullable ? "documented and refused" : "taken and not documented")}");
            }
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task An_integer_may_have_a_zero_fraction_and_no_other()
    {
        var numbers = (await FieldsAsync()).Where(field => Types(field.Schema).Contains("integer")).ToList();
        numbers.Should().NotBeEmpty();
        foreach (var (operation, body, name, schema) in numbers)
        {
            var least = schema.TryGetProperty("minimum", out var minimum) ? minimum.GetInt32() : 0;
            (await IsRefusedAsync(operation, body.With(name, $"{least}.0"), name)).Should().BeFalse(operation.Id);
            (await IsRefusedAsync(operation, body.With(name, $"{least}.0e0"), name)).Should().BeFalse(operation.Id);
            foreach (var bad in new[] { $"{least}.5", "1e400", "1e19", $"\"{least}\"" })
            {
                (await IsRefusedAsync(operation, body.With(name, bad), name)).Should().BeTrue("{0}.{1} is {2}", operation.Id, name, bad);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_resource_has_its_type_as_a_constant()
    {
        var document = await ContractDocument.OfAsync(api.Services);
        var resources = document.Document.At("components.schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out var members) && members.TryGetProperty("type", out _) && members.TryGetProperty("attributes", out _))
            .ToList();
        resources.Should().HaveCountGreaterThan(10);
        resources.Where(schema => !schema.Value.At("properties.type").TryGetProperty("const", out _)).Select(schema => schema.Name).Should().BeEmpty();
    }

    [Fact]
    public async Task A_sign_in_answers_a_session_or_a_challenge_told_apart_by_type()
    {
        var schemas = (await ContractDocument.OfAsync(api.Services)).Document.At("components.schemas");
        var either = schemas.At("SignIn");
        either.At("oneOf").EnumerateArray().Select(one => one.Text("$ref")).Should().Equal("#/components/schemas/Session", "#/components/schemas/MfaChallenge");
        either.Text("discriminator.propertyName").Should().Be("type");
        either.At("discriminator.mapping").EnumerateObject().Select(one => (one.Name, one.Value.GetString()))
            .Should().Equal(("session", "#/components/schemas/Session"), ("mfa_challenge", "#/components/schemas/MfaChallenge"));
        schemas.At("SessionAttributes.required").EnumerateArray().Select(name => name.GetString())
            .Should().Equal("accessToken", "tokenType", "expiresIn", "refreshToken", "refreshExpiresIn");
        schemas.At("CreatedApiKeyAttributes.required").EnumerateArray().Select(name => name.GetString()).Should().Contain("key");
        schemas.At("ApiKeyAttributes.properties").TryGetProperty("key", out _).Should().BeFalse();
    }

    private static IEnumerable<string?> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private bool Allows(JsonElement schema, JsonElement value) => contract!.Check(schema, value).Count == 0;

    private async Task<IEnumerable<(Operation Operation, DescribedBody Body, string Name, JsonElement Schema)>> FieldsAsync()
    {
        contract = await ContractDocument.OfAsync(api.Services);
        return
        [
            // A sign-out without a token ends the session that sends it.
            .. from described in (await ServedDocument.ReadAsync(api)).WithBody
               where described.Operation.Id != "logout"
               let definition = contract.Operations.Single(one => one.Id == described.Operation.Id).Definition
               let media = contract.Resolve(definition.GetProperty("requestBody")).GetProperty("content").EnumerateObject().First().Value
               from property in contract.Resolve(media.GetProperty("schema")).GetProperty("properties").EnumerateObject()
               select (described.Operation, described.Body, property.Name, contract.Resolve(property.Value)),
        ];
    }

    // Refused for its form; whether it can be done is another matter.
    private async Task<bool> IsRefusedAsync(Operation operation, string body, string field)
    {
        var user = await api.UserIdAsync(ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        using var response = await client.SendAsync(operation.Request(prefix => prefix == "usr" ? user : Unknown(prefix), body: body));
        return response.StatusCode == HttpStatusCode.UnprocessableEntity
            && (await response.JsonAsync()).Errors().Any(detail => detail.TryGetProperty("field", out var named) && named.GetString() == field);
    }

    private static string Unknown(string prefix) => $"{prefix}_01h455vb4pex5vsknk084sn02q";
}
