using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Contract;

[Trait("Requirement", "R36")]
public sealed partial class NamingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    [Trait("Requirement", "R32")]
    public async Task No_path_says_with_a_verb_what_the_method_says() =>
        (await SegmentsAsync()).Should().NotContain(segment => MethodVerb().IsMatch(segment));

    [Fact]
    [Trait("Requirement", "R33")]
    public async Task Collections_are_plural()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var collections = contract.Operations
            // Sign-in is no resource, and so has no collections.
            .Where(operation => !operation.Path.StartsWith("/api/auth/", StringComparison.Ordinal))
            .Select(operation => operation.Path.Split('/'))
            .SelectMany(segments => segments.Where((_, i) => i + 1 < segments.Length && segments[i + 1].StartsWith('{')))
            .Distinct(StringComparer.Ordinal);
        collections.Should().NotBeEmpty().And.OnlyContain(segment => segment.EndsWith('s'));
    }

    [Fact]
    [Trait("Requirement", "R33")]
    public async Task What_answers_pages_is_plural()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        contract.Operations
            .Where(operation => operation.Definition.GetProperty("responses").TryGetProperty("200", out var ok) && ok.GetRawText().Contains("Page\"", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(operation => operation.Path.EndsWith('s'));
    }

    [Fact]
    [Trait("Requirement", "R34")]
    public async Task Paths_are_lower_case_with_hyphens() =>
        (await SegmentsAsync()).Should().OnlyContain(segment => Lower().IsMatch(segment));

    [Fact]
    [Trait("Requirement", "R35")]
    public async Task Nothing_is_deleted_by_a_path()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        (await SegmentsAsync()).Should().NotContain(segment => segment.Contains("delete", StringComparison.OrdinalIgnoreCase) || segment.Contains("remove", StringComparison.OrdinalIgnoreCase));
        contract.Operations.Where(operation => operation.Id.StartsWith("delete", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(operation => operation.Method == "DELETE");
    }

    [Fact]
    public async Task Parameters_and_fields_are_camel_case()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        var parameters = contract.Operations
            .SelectMany(operation => operation.Definition.GetProperty("parameters").EnumerateArray().Select(contract.Resolve))
            .Where(parameter => parameter.Text("in") != "header")
            .Select(parameter => parameter.Text("name")!);
        var fields = contract.Document.At("components.schemas").EnumerateObject()
            .SelectMany(schema => schema.Value.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(property => property.Name) : []);
        parameters.Concat(fields).Should().OnlyContain(name => Camel().IsMatch(name));
    }

    private async Task<IReadOnlyList<string>> SegmentsAsync()
    {
        var contract = await ContractDocument.OfAsync(api.Services);
        return [.. contract.Operations.SelectMany(operation => operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)).Where(segment => !segment.StartsWith('{')).Distinct()];
    }

    [GeneratedRegex("^(get|list|fetch|read|find|create|add|insert|new|update|edit|set|save|put|patch|post|delete|remove)([A-Z_-]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MethodVerb();

    [GeneratedRegex(@"^\.?[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lower();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Camel();
}
