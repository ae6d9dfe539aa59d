using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The served OpenAPI document, from which the tests derive all operations, including new ones.</summary>
internal sealed partial class ServedDocument
{
    /// <summary>What operations of the platform's operator begin with.</summary>
    public const string Platform = "/api/v1/platform/";

    private readonly JsonObject root;

    private ServedDocument(JsonObject root)
    {
        this.root = root;
        Every = [.. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => Read(path.Key, operation.Key, operation.Value!.AsObject())))];
        Operations = [.. Every.Where(operation => !operation.Path.StartsWith(Platform, StringComparison.Ordinal))];
    }

    /// <summary>All operations.</summary>
    public IReadOnlyList<Operation> Every { get; }

    /// <summary>All operations but those of the platform's operator, which refuse every role and key.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>The operations with a body.</summary>
    public IEnumerable<(Operation Operation, DescribedBody Body)> WithBody =>
        Operations.Where(operation => operation.Body is not null).Select(operation => (operation, operation.Body!));

    /// <summary>Gets it.</summary>
    public static async Task<ServedDocument> ReadAsync(ApiFixture api)
    {
        using var client = api.Anonymous;
        var document = new ServedDocument(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!.AsObject());
        document.Operations.Should().NotBeEmpty();
        return document;
    }

    private static bool TakesFile(JsonObject operation) => operation["requestBody"]?["content"]?[UploadedFile.BodyType] is not null;

    private static string? IdPrefix(JsonObject schema) =>
        schema["pattern"]?.GetValue<string>() is { } pattern && IdPattern().Match(pattern) is { Success: true } match ? match.Groups["prefix"].Value : null;

    private Operation Read(string path, string method, JsonObject operation) => new(
        method.ToUpperInvariant(), path, operation["operationId"]!.GetValue<string>(), IsAnonymous(operation["security"]),
        [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => ReadParameter(Resolve(parameter!.AsObject())))],
        operation["requestBody"] is JsonObject body && !TakesFile(operation) ? ReadBody(body) : null, TakesFile(operation),
        operation["responses"]!.AsObject().Select(response => int.Parse(response.Key, CultureInfo.InvariantCulture)).ToHashSet());

    private Parameter ReadParameter(JsonObject parameter)
    {
        var schema = Resolve(parameter["schema"]!.AsObject());
        return new Parameter(parameter["name"]!.GetValue<string>(), parameter["in"]!.GetValue<string>(), SchemaValues.Types(schema).FirstOrDefault(), IdPrefix(schema), schema);
    }

    private DescribedBody ReadBody(JsonObject body)
    {
        var contents = body["content"]!.AsObject();
        var content = contents.First().Value!;
        var schema = Resolve(content["schema"]!.AsObject());
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return new DescribedBody(
            [.. contents.Select(one => one.Key)], body["required"]?.GetValue<bool>() ?? false, content["example"]!.AsObject(),
            [.. (schema["properties"]?.AsObject() ?? []).Select(property => ReadField(property.Key, required.Contains(property.Key), Resolve(property.Value!.AsObject())))]);
    }

    private static BodyField ReadField(string name, bool isRequired, JsonObject schema) =>
        new(name, isRequired, SchemaValues.Types(schema).Contains("string"), IdPrefix(schema), schema);

    private JsonObject Resolve(JsonObject schema)
    {
        if (schema["$ref"]?.GetValue<string>() is not { } reference)
        {
            return schema;
        }

        JsonNode found = root;
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            found = found[part]!;
        }

        return Resolve(found.AsObject());
    }

    [GeneratedRegex("^\\^(?<prefix>[a-z_]*[a-z])_\\[0-7\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();

    // No credential is needed: none is named, or an empty one is among them (OpenAPI 3.1, security requirement object).
    private static bool IsAnonymous(JsonNode? security) => security is JsonArray named && (named.Count == 0 || named.Any(one => one is JsonObject { Count: 0 }));
}
