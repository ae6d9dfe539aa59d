using System.Security.Cryptography;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The OpenAPI document (OpenAPI Specification 3.1.1): written once, the same for everybody and for as long as the program runs.</summary>
public sealed class ApiDocument
{
    /// <summary>The document's name, and the version of the API that it describes.</summary>
    public const string Name = "v1";

    /// <summary>Where it is.</summary>
    public const string Path = "/openapi/v1.json";

    private const int Part = 16 * 1024;
    private const string OneMinute = "public, max-age=60";

    private readonly Lazy<Task<(byte[] Json, string Tag)>> document;

    /// <summary>Writes nothing yet.</summary>
    public ApiDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider) => document = new(() => WriteAsync(provider));

    /// <summary>Answers a GET: 200, or 304 when the client has it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var (json, tag) = await document.Value;
        context.Response.Headers.ETag = tag;
        context.Response.Headers[HeaderNames.CacheControl] = OneMinute;
        if (EntityTags.IfMatch(context.Request)?.Contains(tag) is false)
        {
            throw new PreconditionFailedError();
        }

        if (EntityTags.IfNoneMatch(context.Request)?.Contains(tag) is true)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        // In parts: the server copies what it has not sent yet, so that clients that do not read would each hold a whole copy.
        for (var at = 0; at < json.Length; at += Part)
        {
            await context.Response.Body.WriteAsync(json.AsMemory(at, Math.Min(Part, json.Length - at)), context.RequestAborted);
        }
    }

    private static async Task<(byte[] Json, string Tag)> WriteAsync(IOpenApiDocumentProvider provider)
    {
        var description = await provider.GetOpenApiDocumentAsync();
        using var buffer = new MemoryStream();
        await description.SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1);
        var json = buffer.ToArray();
        return (json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16))}\"");
    }
}
