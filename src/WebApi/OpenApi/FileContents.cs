using System.Text.Json.Nodes;
using CleanApi.Domain.Files;
using CleanApi.WebApi.Events;
using CleanApi.WebApi.Files;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Describes bodies that are no JSON: files that are sent and returned, and streams.</summary>
internal static class FileContents
{
    private const string Bytes = "binary";

    /// <summary>The headers of an answer with the bytes of a file.</summary>
    public static readonly IReadOnlyList<string> Headers = ["Accept-Ranges", "Content-Disposition"];

    /// <summary>The body of an upload (OpenAPI 3.1, section 4.8.15).</summary>
    public static OpenApiRequestBody Upload() => new()
    {
        Description = "One part with the name `file`, with the media type and the name of the file; 10 MB at most.",
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [MultipartFile.MediaType] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { MultipartFile.Field },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        [MultipartFile.Field] = new OpenApiSchema { Type = JsonSchemaType.String, Format = Bytes, Description = "The bytes of the file." },
                    },
                },
                Encoding = new Dictionary<string, OpenApiEncoding>(StringComparer.Ordinal)
                {
                    [MultipartFile.Field] = new() { ContentType = string.Join(", ", FileType.All.Select(type => type.ContentType)) },
                },
                Example = new JsonObject { [MultipartFile.Field] = "%PDF-1.7" },
            },
        },
    };

    /// <summary>The body of an answer that is no JSON; null where it is.</summary>
    public static Dictionary<string, OpenApiMediaType>? Answer(OperationMetadata metadata) =>
        metadata.MediaType == EventStreamResult.MediaType ? new(StringComparer.Ordinal) { [metadata.MediaType] = Text(EventStreamResult.Example) }
        : metadata.FileTypes is { } types ? types.ToDictionary(type => type, _ => Text("%PDF-1.7", Bytes), StringComparer.Ordinal)
        : null;

    private static OpenApiMediaType Text(string example, string? format = null) =>
        new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format }, Example = example };
}
