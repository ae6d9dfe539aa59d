using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed class DocumentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/openapi/v1.json";

    // All other tests go on with the committed document when this fails.
    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_can_be_generated()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        contract.Failure.Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_is_a_valid_OpenAPI_3_1_document()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(contract.Document.GetRawText(), OpenApiConstants.Json);
        read.Diagnostic!.SpecificationVersion.Should().Be(OpenApiSpecVersion.OpenApi3_1);
        read.Diagnostic.Errors.Should().BeEmpty();
        read.Diagnostic.Warnings.Should().BeEmpty();
        read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()).Should().BeEmpty();
        read.Document!.Info.Version.Should().Be("v1");
        read.Document.Info.License!.Identifier.Should().Be("MIT");
        read.Document.Servers!.Should().ContainSingle().Which.Url.Should().Be("/");
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_reference_leads_somewhere_and_every_component_is_used()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var references = References(contract.Document).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in references)
        {
            contract.Resolve(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["$ref"] = reference })).ValueKind.Should().Be(JsonValueKind.Object);
        }

        var components = contract.Document.GetProperty("components").EnumerateObject()
            .Where(kind => kind.Name != "securitySchemes")
            .SelectMany(kind => kind.Value.EnumerateObject().Select(component => $"#/components/{kind.Name}/{component.Name}"));
        components.Should().BeSubsetOf(references);
    }

    // Generators name types after components.
    [Fact]
    [Trait("Requirement", "R2")]
    public async Task A_response_component_is_named_after_a_code_and_no_message()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        foreach (var response in contract.Document.At("components.responses").EnumerateObject())
        {
            var codes = response.Value.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject()
                .Select(example => example.Value.Text("value.error.code")!).Distinct(StringComparer.Ordinal);
            string.Concat(codes.Should().ContainSingle().Which.Split('_')).Should().BeEquivalentTo(response.Name);
        }
    }

    // openapi-typescript makes a member with a default required.
    [Fact]
    [Trait("Requirement", "R2")]
    public async Task No_member_has_a_default_and_no_schema_is_a_union_that_overlaps()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var schemas = contract.Document.At("components.schemas").EnumerateObject().SelectMany(schema => Below(schema.Value, schema.Name)).ToList();
        schemas.Where(schema => schema.Schema.TryGetProperty("default", out _)).Select(schema => schema.Place).Should().BeEmpty();
        schemas.Where(schema => schema.Schema.TryGetProperty("anyOf", out _)).Select(schema => schema.Place).Should().BeEmpty();
        // Null or something, or cases that a discriminator tells apart.
        schemas.Where(schema => schema.Schema.TryGetProperty("oneOf", out var cases) && !schema.Schema.TryGetProperty("discriminator", out _)
            && !(cases.GetArrayLength() == 2 && cases.EnumerateArray().Count(one => one.TryGetProperty("type", out var type) && type.ValueEquals("null")) == 1))
            .Select(schema => schema.Place).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_operation_says_what_it_is_and_who_may_call_it()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var tags = contract.Document.GetProperty("tags").EnumerateArray().ToDictionary(tag => tag.Text("name")!, tag => tag.Text("description"));
        contract.Operations.Select(operation => operation.Id).Should().OnlyHaveUniqueItems().And.NotBeEmpty();
        // One sentence each, and how to sign in before what needs it.
        tags.Values.Should().OnlyContain(description => description!.IndexOf(". ", StringComparison.Ordinal) < 0 && description.EndsWith('.'));
        tags.Keys.Should().StartWith("Authentication");
        foreach (var operation in contract.Operations)
        {
            operation.Definition.Text("summary").Should().NotBeNullOrWhiteSpace(operation.Id);
            operation.Definition.Text("description").Should().NotBeNullOrWhiteSpace(operation.Id);
            operation.Definition.GetProperty("parameters").EnumerateArray().Select(contract.Resolve)
                .Should().OnlyContain(parameter => !string.IsNullOrWhiteSpace(parameter.Text("description")), "of {0}", operation.Id);
            operation.Definition.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).Should().ContainSingle().Which.Should().BeOneOf(tags.Keys);
            var isAnonymous = operation.Definition.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;
            // What nobody needs a credential for can still be a wrong one: where a session is answered.
            operation.Definition.GetProperty("responses").TryGetProperty("401", out _).Should().Be(!isAnonymous || AnswersSession(operation), "of {0}", operation.Id);
        }

        contract.Document.GetProperty("security").EnumerateArray().SelectMany(one => one.EnumerateObject()).Select(scheme => scheme.Name)
            .Should().Equal(contract.Document.At("components.securitySchemes").EnumerateObject().Select(scheme => scheme.Name));
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_operation_documents_its_errors_in_both_shapes_and_the_headers_of_every_answer()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        foreach (var operation in contract.Operations)
        {
            var responses = operation.Definition.GetProperty("responses").EnumerateObject().ToDictionary(response => response.Name, response => contract.Resolve(response.Value));
            responses.Keys.Should().Contain("500", operation.Id);
            responses.Keys.Should().Contain(status => status[0] == '2' || status == "302" || status == "303", operation.Id);
            foreach (var (status, response) in responses)
            {
                response.At("headers").EnumerateObject().Select(header => header.Name).Should().Contain(["X-Request-ID", "X-Response-Time", "X-Content-Type-Options"]);
                if (status[0] is '4' or '5')
                {
                    response.At("content").EnumerateObject().Select(type => type.Name).Should().Equal("application/json", "application/problem+json");
                }
            }

            if (operation.Definition.TryGetProperty("requestBody", out _))
            {
                responses.Keys.Should().Contain(["400", "413", "415", "422"], operation.Id);
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_is_sent_once_to_a_client_that_keeps_it()
    {
        using var client = api.Anonymous;
        using var first = await client.GetAsync(Path);
        first.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(request);
        second.StatusCode.Should().Be(System.Net.HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    private static bool AnswersSession(ContractOperation operation) =>
        operation.Definition.GetProperty("responses").TryGetProperty("200", out var success)
            && success.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Set-Cookie", out _);

    private static IEnumerable<(JsonElement Schema, string Place)> Below(JsonElement schema, string place)
    {
        yield return (schema, place);
        var members = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(member => (member.Value, $"{place}.{member.Name}")) : [];
        var items = schema.TryGetProperty("items", out var item) ? [(item, $"{place}[]")] : Array.Empty<(JsonElement, string)>();
        foreach (var below in members.Concat(items).SelectMany(pair => Below(pair.Item1, pair.Item2)))
        {
            yield return below;
        }
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
