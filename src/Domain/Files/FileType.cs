using System.Buffers.Binary;

namespace CleanApi.Domain.Files;

/// <summary>
/// A type of file that is taken. A file is of a type when its declared media type, the extension of its name and its first bytes all say so: each alone is the
/// sender's word, and a browser or a viewer may go by any of them.
/// </summary>
public sealed class FileType
{
    /// <summary>Bytes from the beginning of a file that <see cref="Matches"/> needs at most.</summary>
    public const int HeadLength = 16;

    private const int RiffHeader = 8;
    private const int WebpChunk = 12;

    private readonly string[] extensions;
    private readonly Recognizer recognizes;

    private FileType(string contentType, string[] extensions, Recognizer recognizes) =>
        (ContentType, this.extensions, this.recognizes) = (contentType, extensions, recognizes);

    private delegate bool Recognizer(ReadOnlySpan<byte> head, long size);

    /// <summary>JPEG: a start-of-image marker, and another marker at once (ITU-T T.81, B.1.1).</summary>
    public static FileType Jpeg { get; } = new("image/jpeg", [".jpg", ".jpeg"], (head, _) => head.StartsWith<byte>([0xFF, 0xD8, 0xFF]));

    /// <summary>PNG: its signature, then the header chunk of 13 bytes (W3C PNG, sections 5.2 and 11.2.1).</summary>
    public static FileType Png { get; } = new(
        "image/png", [".png"], (head, _) => head.StartsWith<byte>([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8]));

    /// <summary>WebP: a RIFF container that is as long as the file, to which nothing is appended (RFC 9649, section 2.4).</summary>
    public static FileType Webp { get; } = new("image/webp", [".webp"], IsWebp);

    /// <summary>PDF: its header at the very beginning. Viewers also find one further on, which is how other files pass for PDF (ISO 32000-2, 7.5.2).</summary>
    public static FileType Pdf { get; } = new("application/pdf", [".pdf"], (head, _) => head.StartsWith("%PDF-1."u8) || head.StartsWith("%PDF-2."u8));

    /// <summary>All that are taken.</summary>
    public static IReadOnlyList<FileType> All { get; } = [Jpeg, Png, Webp, Pdf];

    /// <summary>Those that are pictures.</summary>
    public static IReadOnlyList<FileType> Pictures { get; } = [Jpeg, Png, Webp];

    /// <summary>The media type, without parameters.</summary>
    public string ContentType { get; }

    /// <summary>The type with a declared media type; null for one that is not taken. Case means nothing (RFC 9110, section 8.3.1); a parameter is refused.</summary>
    public static FileType? Find(string? contentType) => Find(All, contentType);

    /// <summary>The same of those that are pictures.</summary>
    public static FileType? FindPicture(string? contentType) => Find(Pictures, contentType);

    /// <summary>Whether a name ends like one of this type, in any case.</summary>
    public bool HasExtension(string name) => Array.Exists(extensions, extension => name.Length > extension.Length && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a file begins like one of this type.</summary>
    /// <param name="head">Its first <see cref="HeadLength"/> bytes, or all where it is shorter.</param>
    /// <param name="size">All its bytes.</param>
    public bool Matches(ReadOnlySpan<byte> head, long size) => recognizes(head, size);

    private static FileType? Find(IEnumerable<FileType> types, string? contentType) =>
        types.FirstOrDefault(type => string.Equals(type.ContentType, contentType, StringComparison.OrdinalIgnoreCase));

    // The length leaves out the eight bytes up to its own end. It is even: a chunk of odd length is padded, and some writers leave the last padding out.
    private static bool IsWebp(ReadOnlySpan<byte> head, long size) =>
        head.Length >= HeadLength
        && head.StartsWith("RIFF"u8)
        && head[RiffHeader..].StartsWith("WEBP"u8)
        && head[WebpChunk..].StartsWith("VP8"u8)
        && size - RiffHeader - BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) is 0 or -1;
}
