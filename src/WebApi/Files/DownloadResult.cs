using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Files;

/// <summary>Sends the bytes of a file, or a range of them, to be saved and not shown; or says that the client has them (RFC 9110, sections 13 and 14).</summary>
/// <param name="download">The file and its bytes, which are closed afterwards.</param>
internal sealed class DownloadResult(FileDownload download) : IActionResult
{
    /// <inheritdoc />
    /// <exception cref="PreconditionFailedError">The client wants other bytes (<c>If-Match</c>).</exception>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        await using var bytes = download.Content;
        var (request, response, tag) = (context.HttpContext.Request, context.HttpContext.Response, $"\"{download.Sha256}\"");
        response.Headers.ETag = tag;
        response.Headers.AcceptRanges = "bytes";
        if (EntityTags.IfNoneMatch(request)?.Contains(tag) is true)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (EntityTags.IfMatch(request)?.Contains(tag) is false)
        {
            throw new PreconditionFailedError();
        }

        var sent = new FileStreamResult(bytes, download.ContentType)
        {
            FileDownloadName = download.Name,
            EntityTag = new EntityTagHeaderValue(tag),
            EnableRangeProcessing = HasRangeOf(request, download.Size),
        };
        await sent.ExecuteResultAsync(context);
    }

    // A range that cannot be satisfied is passed over, as a server may (RFC 9110, section 14.2): of what is there, a client gets all.
    private static bool HasRangeOf(HttpRequest request, long size) =>
        request.GetTypedHeaders().Range?.Ranges is { Count: 1 } ranges && ranges.Single() is var range && (range.From < size || (range.From is null && range.To > 0));
}
