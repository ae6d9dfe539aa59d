using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using CleanApi.WebApi.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Files;

/// <summary>The one part of a multipart upload (RFC 7578), read as a stream: nothing of it is kept in memory or in a temporary file of the framework.</summary>
/// <param name="Name">The name that the client gives it.</param>
/// <param name="ContentType">The media type that the client declares.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record MultipartFile(string? Name, string? ContentType, Stream Content)
{
    /// <summary>The name of the part.</summary>
    public const string Field = "file";

    /// <summary>The media type of the body.</summary>
    public const string MediaType = "multipart/form-data";

    private const string Identity = "identity";
    private const int MaxBoundary = 70;

    // What a client may need for boundary and headers of one part.
    private const int Overhead = 64 * 1024;

    /// <summary>Reads up to the bytes of the file.</summary>
    /// <exception cref="PayloadTooLargeError">The body is announced as larger than any upload; it is not read.</exception>
    /// <exception cref="UnsupportedMediaTypeError">It is no multipart body.</exception>
    /// <exception cref="MalformedRequestError">It is broken.</exception>
    /// <exception cref="ValidationError">Its first part is no file.</exception>
    public static async Task<MultipartFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(request), request.Body);
        if (request.ContentLength > StoredFile.MaxSize + Overhead)
        {
            throw FileErrors.TooLarge();
        }

        var section = await MultipartPart.NextAsync(reader, cancellationToken);
        if (section is null
            || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            || HeaderUtilities.RemoveQuotes(disposition.Name) != Field)
        {
            throw ValidationError.Of(Field, FieldCodes.Required, $"The body has to have one part, the file, with the name {Field}");
        }

        return new MultipartFile(NameOf(disposition), section.ContentType, new MultipartPart(reader, section.Body));
    }

    /// <summary>The command that stores it as a file of the organization.</summary>
    public UploadFile ToUpload() => new(Name, ContentType, Content);

    /// <summary>The command that makes it the caller's picture; its name does not matter.</summary>
    public ChangeAvatar ToAvatar() => new(ContentType, Content);

    private static string Boundary(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !string.Equals(encoding, Identity, StringComparison.OrdinalIgnoreCase))
        {
            // RFC 9110, section 12.5.3.
            request.HttpContext.Response.Headers.AcceptEncoding = Identity;
            throw new UnsupportedMediaTypeError("Send the body without Content-Encoding");
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            // RFC 9110, section 15.5.16.
            request.HttpContext.Response.Headers[HttpMethods.IsPost(request.Method) ? ResponseHeaders.AcceptPost : HeaderNames.Accept] = MediaType;
            throw new UnsupportedMediaTypeError($"Send the body as {MediaType}");
        }

        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundary } boundary
            ? boundary
            : throw new MalformedRequestError($"The boundary of the body has to have 1 to {MaxBoundary} characters");
    }

    private static string? NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.UnescapeAsQuotedString(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
}
