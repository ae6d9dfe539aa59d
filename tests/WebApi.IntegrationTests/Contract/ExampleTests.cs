using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.IntegrationTests.Contract;

public sealed class ExampleTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_body_and_every_answer_has_an_example_that_fits_its_schema()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var wrong = new List<string>();
        foreach (var (where, content) in contract.Operations.SelectMany(operation => Contents(contract, operation)))
        {
            foreach (var type in content.EnumerateObject())
            {
                var examples = Examples(type.Value).ToList();
                if (examples.Count == 0)
                {
                    wrong.Add($"{where} has no example as {type.Name}");
                }

                wrong.AddRange(examples.SelectMany(example => contract.Check(type.Value.GetProperty("schema"), example)).Select(violation => $"{where} as {type.Name}: {violation}"));
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task Every_example_of_a_schema_or_header_fits_it()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var schemas = contract.Document.At("components.schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("examples", out _))
            .SelectMany(schema => schema.Value.GetProperty("examples").EnumerateArray().SelectMany(example => contract.Check(schema.Value, example)));
        var headers = contract.Document.At("components.headers").EnumerateObject()
            .SelectMany(header => contract.Check(header.Value.GetProperty("schema"), header.Value.GetProperty("example")));
        schemas.Concat(headers).Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task No_text_of_an_example_is_a_placeholder()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        contract.Operations.SelectMany(operation => Contents(contract, operation)).SelectMany(part => part.Content.EnumerateObject())
            .SelectMany(type => Examples(type.Value).SelectMany(example => Placeholders(new ContractSchema(contract.Document), type.Value.GetProperty("schema"), example)))
            .Distinct().Should().BeEmpty("a text needs an example: give the member [Example(…)], in the file of the type that the schema is named after");
    }

    [Fact]
    public void A_placeholder_is_named_by_type_and_member()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(
            """
            {"components":{"schemas":{
              "Users":{"type":"array","items":{"$ref":"#/components/schemas/User"}},
              "User":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"role":{"enum":["string"]}}}}}}
            """);
        var schema = JsonSerializer.Deserialize<JsonElement>("""{"$ref":"#/components/schemas/Users"}""");
        var example = JsonSerializer.Deserialize<JsonElement>($$"""[{"name":"{{SchemaExamples.Placeholder}}","role":"ADMIN"}]""");
        Placeholders(new ContractSchema(document), schema, example).Should().Equal("User.name");
    }

    [Fact]
    public async Task Whoever_tries_the_examples_of_signing_in_and_of_proving_it_succeeds()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        string Example(string id) => contract.Resolve(contract.Operations.Single(operation => operation.Id == id).Definition.GetProperty("requestBody"))
            .At("content").EnumerateObject().First().Value.GetProperty("example").GetRawText();

        var session = await api.Anonymous.AnswerAsync("POST", "/api/auth/login", Example("login"));
        session.Status.Should().Be(200, session.ToString());

        (await api.Anonymous.AnswerAsync(
            "POST", "/api/v1/me/reauthenticate", Example("reauthenticate"), ("Authorization", $"Bearer {session.Json.Text("data.attributes.accessToken")}"))).Status.Should().Be(204);
    }

    private static IEnumerable<string> Placeholders(ContractSchema contract, JsonElement schema, JsonElement example, string name = "")
    {
        var owner = schema.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : name;
        var resolved = contract.Resolve(schema);
        return example.ValueKind switch
        {
            _ when resolved.TryGetProperty("oneOf", out var kinds) => kinds.EnumerateArray().SelectMany(kind => Placeholders(contract, kind, example, owner)),
            JsonValueKind.Array => example.EnumerateArray().SelectMany(item => Placeholders(contract, resolved.GetProperty("items"), item, owner)),
            JsonValueKind.Object when resolved.TryGetProperty("properties", out var members) => example.EnumerateObject()
                .Where(member => members.TryGetProperty(member.Name, out _))
                .SelectMany(member => Placeholders(contract, members.GetProperty(member.Name), member.Value, $"{owner}.{member.Name}")),
            JsonValueKind.String when example.GetString() == SchemaExamples.Placeholder => [owner],
            _ => [],
        };
    }

    private static IEnumerable<(string Where, JsonElement Content)> Contents(ContractDocument contract, ContractOperation operation)
    {
        if (operation.Definition.TryGetProperty("requestBody", out var body))
        {
            yield return ($"{operation.Id}, the body", body.GetProperty("content"));
        }

        foreach (var response in operation.Definition.GetProperty("responses").EnumerateObject())
        {
            if (contract.Resolve(response.Value).TryGetProperty("content", out var content))
            {
                yield return ($"{operation.Id}, {response.Name}", content);
            }
        }
    }

    private static IEnumerable<JsonElement> Examples(JsonElement media)
    {
        if (media.TryGetProperty("example", out var one))
        {
            yield return one;
        }

        if (media.TryGetProperty("examples", out var several))
        {
            foreach (var example in several.EnumerateObject())
            {
                yield return example.Value.GetProperty("value");
            }
        }
    }
}
