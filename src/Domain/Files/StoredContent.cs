namespace CleanApi.Domain.Files;

/// <summary>The bytes that were stored of a file.</summary>
/// <param name="Size">How many.</param>
/// <param name="Sha256">Their SHA-256, 64 lower-case hexadecimal digits.</param>
public sealed record StoredContent(long Size, string Sha256);
