namespace CleanApi.Application.Files;

/// <summary>The picture of a user: WebP, square, 512 pixels wide at most.</summary>
/// <param name="Content">Its bytes, <see cref="MaxSize"/> at most.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record Avatar(byte[] Content, string Sha256)
{
    /// <summary>The media type.</summary>
    public const string ContentType = "image/webp";

    /// <summary>Pixels of a side at most.</summary>
    public const int MaxSide = 512;

    /// <summary>Bytes at most: noise of that size takes 180 KB, photographs some 30.</summary>
    public const int MaxSize = 256 * 1024;
}
