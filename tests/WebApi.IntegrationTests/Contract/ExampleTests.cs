using System.Text.Json;

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
