using System.Buffers.Binary;
using System.Buffers.Text;

namespace CleanApi.Application.Events;

/// <summary>A place in the event log as clients see it, which they send back to go on from there. Opaque; the first byte is the format.</summary>
public static class EventCursor
{
    /// <summary>Characters of it.</summary>
    public const int Length = 12;

    private const byte Format = 1;

    /// <summary>The cursor of a position.</summary>
    public static string Encode(long position)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long) + 1];
        bytes[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], position);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The position of a cursor.</summary>
    public static bool TryDecode(string text, out long position)
    {
        position = 0;
        Span<byte> bytes = stackalloc byte[sizeof(long) + 1];
        if (text is not { Length: Length } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length || bytes[0] != Format)
        {
            return false;
        }

        position = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
        return position >= 0;
    }
}
