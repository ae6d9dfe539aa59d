namespace CleanApi.Application.Files;

/// <summary>The bytes of a file, and what a client is told of them.</summary>
/// <param name="Name">The name that it is saved under.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Content">The bytes, readable from any position; whoever gets it closes it.</param>
public sealed record FileDownload(string Name, string ContentType, long Size, string Sha256, Stream Content);
