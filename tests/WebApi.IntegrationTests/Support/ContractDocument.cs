using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The OpenAPI document that responses are validated against.</summary>
public sealed class ContractDocument
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    // Shared by all APIs of the run.
    private static ContractDocument? shared;

    private readonly ContractSchema schemas;

    private ContractDocument(JsonElement document, string? failure)
    {
        (Document, Failure) = (document, failure);
        schemas = new ContractSchema(document);
        Operations =
        [
            .. document.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(operation => new ContractOperation(path.Name, operation.Name.ToUpperInvariant(), operation.Value)))
                // More specific paths first.
                .OrderBy(operation => operation.Path.Count(c => c == '{')),
        ];
    }

    /// <summary>The document.</summary>
    public JsonElement Document { get; }

    /// <summary>Why the API cannot generate its document; null when it can. The committed document is used instead.</summary>
    public string? Failure { get; }

    /// <summary>The operations.</summary>
    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>Returns the contract of an API.</summary>
    public static async Task<ContractDocument> OfAsync(IServiceProvider services)
    {
        await Gate.WaitAsync();
        try
        {
            return shared ??= await ReadAsync(services);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Reads the contract that an API generates.</summary>
    public static async Task<ContractDocument> ReadAsync(IServiceProvider services)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        using var buffer = new MemoryStream();
        try
        {
            await (await provider.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1);
        }
        catch (Exception exception)
        {
            // DocumentTests reports it; all others use the committed document.
            return await CommittedAsync(exception.GetBaseException().Message);
        }

        return Parse(buffer.ToArray(), failure: null);
    }

    /// <summary>Reads the committed contract.</summary>
    public static async Task<ContractDocument> CommittedAsync(string? failure = null)
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "CleanApi.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
        }

        return Parse(await File.ReadAllBytesAsync(Path.Combine(directory.FullName, "docs", "openapi", "v1.json")), failure);
    }

    /// <summary>Returns the violations of a schema.</summary>
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value) => schemas.Check(schema, value);

    /// <summary>Resolves an element's <c>$ref</c>.</summary>
    public JsonElement Resolve(JsonElement element) => schemas.Resolve(element);

    /// <summary>Returns the violations of a response.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(HttpRequestMessage request, HttpResponseMessage response)
    {
        var path = request.RequestUri!.AbsolutePath;
        var method = request.Method == HttpMethod.Head ? "GET" : request.Method.Method.ToUpperInvariant();
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (IsPage(path) && (int)response.StatusCode < 400)
        {
            return [];
        }

        // The path is matched before the method: a literal path is never an id.
        var exact = Operations.FirstOrDefault(operation => operation.Matches(path))?.Path;
        if (Operations.FirstOrDefault(operation => operation.Method == method && operation.Path == exact) is not { } found)
        {
            return response.IsSuccessStatusCode ? ["there is no such operation"] : await CheckAsync(request, response, AnyError);
        }

        return found.Definition.GetProperty("responses").TryGetProperty(status, out var documented)
            ? await CheckAsync(request, response, Resolve(documented))
            : [$"{found.Id} does not have the status {status}: {await response.Content.ReadAsStringAsync()}"];
    }

    // Errors before an operation is reached have the same format.
    private JsonElement AnyError => Document.GetProperty("components").GetProperty("responses").GetProperty("NotFound");

    private static ContractDocument Parse(byte[] json, string? failure)
    {
        using var document = JsonDocument.Parse(json);
        return new ContractDocument(document.RootElement.Clone(), failure);
    }

    private static bool IsPage(string path) =>
        path.StartsWith("/docs", StringComparison.Ordinal) || path.StartsWith("/openapi/", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> CheckAsync(HttpRequestMessage request, HttpResponseMessage response, JsonElement documented)
    {
        List<string> violations = [.. CheckHeaders(response, documented)];
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if (request.Method == HttpMethod.Head || !documented.TryGetProperty("content", out var content))
        {
            return bytes.Length == 0 ? violations : [.. violations, "there should be no body"];
        }

        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (!content.TryGetProperty(type, out var body))
        {
            return [.. violations, $"the media type is '{type}'"];
        }

        if (!type.EndsWith("json", StringComparison.Ordinal))
        {
            // The bytes of a file.
            return violations;
        }

        using var json = JsonDocument.Parse(bytes);
        return [.. violations, .. schemas.Check(body.GetProperty("schema"), json.RootElement)];
    }

    private IEnumerable<string> CheckHeaders(HttpResponseMessage response, JsonElement documented)
    {
        var headers = documented.GetProperty("headers");
        foreach (var header in headers.EnumerateObject())
        {
            var definition = Resolve(header.Value);
            if (!response.Headers.TryGetValues(header.Name, out var values) && !response.Content.Headers.TryGetValues(header.Name, out values))
            {
                if (definition.TryGetProperty("required", out var required) && required.GetBoolean())
                {
                    yield return $"the header {header.Name} is missing";
                }

                continue;
            }

            foreach (var violation in values.SelectMany(value => schemas.Check(definition.GetProperty("schema"), JsonSerializer.SerializeToElement(value))))
            {
                yield return $"the header {header.Name}: {violation}";
            }
        }

        foreach (var (name, _) in response.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase)))
        {
            if (!headers.TryGetProperty(name, out _))
            {
                yield return $"the header {name} is not documented";
            }
        }
    }
}
