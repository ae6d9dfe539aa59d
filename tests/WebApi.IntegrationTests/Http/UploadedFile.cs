using System.Net.Http.Headers;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A file that is uploaded.</summary>
/// <param name="Name">The name that is given.</param>
/// <param name="ContentType">The media type that is declared.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record UploadedFile(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>The media type of the body of a request with a file.</summary>
    public const string BodyType = "multipart/form-data";

    /// <summary>A picture of one pixel.</summary>
    public static readonly UploadedFile Picture = new("picture.png", "image/png", Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    /// <summary>The least that passes for a PDF.</summary>
    public static readonly UploadedFile Pdf = new("report.pdf", "application/pdf", [.. "%PDF-1.7\n%%EOF"u8]);

    /// <summary>The SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes));

    /// <summary>The body, with a boundary of its own each time.</summary>
    public MultipartFormDataContent Content()
    {
        var part = new ByteArrayContent(Bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return new MultipartFormDataContent { { part, "file", Name } };
    }
}
