using CleanApi.Application.Files;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Files;

/// <summary>Reads the one part of a multipart upload (RFC 7578) as a stream: nothing of it is kept in memory or in a temporary file of the framework.</summary>
internal static class MultipartFile
{
    /// <summary>The name of the part.</summary>
    public const string Field = "file";

    private const string MediaType = "multipart/form-data";
    private const int MaxBoundary = 70;

    // What a client may need for boundary and headers of one part.
    private const int Overhead = 64 * 1024;

    /// <summary>Reads up to the bytes of the file.</summary>
    /// <exception cref="PayloadTooLargeError">The body is announced as larger than any upload; it is not read.</exception>
    /// <exception cref="UnsupportedMediaTypeError">It is no multipart body.</exception>
    /// <exception cref="MalformedRequestError">It is broken.</exception>
    public static async Task<UploadFile> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnsupportedMediaTypeError($"The body has to be {MediaType}");
        }

        if (request.ContentLength > StoredFile.MaxSize + Overhead)
        {
            throw FileErrors.TooLarge();
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
        {
            throw new MalformedRequestError($"The boundary of the body has to have 1 to {MaxBoundary} characters");
        }

        try
        {
            var section = await new MultipartReader(boundary, request.Body).ReadNextSectionAsync(cancellationToken);
            if (section is null
                || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name) != Field)
            {
                throw ValidationError.Of(Field, FieldCodes.Required, $"The first part of the body has to be the file, with the name {Field}");
            }

            return new UploadFile(Name(disposition), section.ContentType, section.Body);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new MalformedRequestError("The multipart body is broken");
        }
    }

    private static string? Name(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.UnescapeAsQuotedString(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
}
