using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Common;

/// <summary>A JSON response with Content-Length, written at once.</summary>
/// <typeparam name="T">The body's type.</typeparam>
internal sealed class BodyResult<T>(int status, T body) : IActionResult
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        var buffer = JsonBuffer.Rent();
        JsonSerializer.Serialize(buffer.Writer, body, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        buffer.Writer.Flush();
        http.Response.StatusCode = status;
        http.Response.Headers[HeaderNames.ContentType] = ContentType;
        http.Response.ContentLength = buffer.Output.WrittenCount;
        http.Response.BodyWriter.Write(buffer.Output.WrittenSpan);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
