using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// Where a page ends: the last item's sort value and id. Opaque to clients; a checksum over the list, its order and its filter binds it to the list it came from.
/// It grants nothing, so the checksum needs no key: tenancy does not rest on it.
/// </summary>
/// <param name="Value">The sort value, in an invariant text form.</param>
/// <param name="Id">The id, which breaks ties.</param>
internal sealed record Cursor(string Value, Guid Id)
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 2048;

    /// <summary>The message about a cursor that does not fit.</summary>
    public const string Message = "The cursor is damaged or belongs to another order or filter; start again without it";

    private const byte Format = 1;
    private const int ChecksumLength = 8;
    private const int HeaderLength = 1 + ChecksumLength + 16;

    /// <summary>The cursor as clients see it.</summary>
    public string Encode(PagedQuery query)
    {
        var value = Encoding.UTF8.GetBytes(Value);
        var bytes = new byte[HeaderLength + value.Length];
        bytes[0] = Format;
        Id.TryWriteBytes(bytes.AsSpan(1 + ChecksumLength), bigEndian: true, out _);
        value.CopyTo(bytes.AsSpan(HeaderLength));
        Checksum(bytes.AsSpan(1 + ChecksumLength), query).CopyTo(bytes.AsSpan(1));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor that this query gave out.</summary>
    /// <exception cref="ValidationError">It is damaged, or from another order or filter.</exception>
    public static Cursor Decode(PagedQuery query) => Read(query.Cursor!) is { } bytes && IsBound(bytes, query)
        ? new Cursor(Encoding.UTF8.GetString(bytes.AsSpan(HeaderLength)), new Guid(bytes.AsSpan(1 + ChecksumLength, 16), bigEndian: true))
        : throw Invalid();

    /// <summary>Whether a text has the form of a cursor.</summary>
    public static bool IsWellFormed(string text) => Read(text) is not null;

    /// <summary>Whether this query gave out its cursor.</summary>
    public static bool IsOf(PagedQuery query) => Read(query.Cursor!) is { } bytes && IsBound(bytes, query);

    /// <summary>The error of a cursor that does not fit.</summary>
    public static ValidationError Invalid() => ValidationError.Of("cursor", FieldCodes.InvalidCursor, Message, FieldPlace.Query);

    // The alphabet alone, without padding and white space: one position has one text.
    private static byte[]? Read(string text)
    {
        if (text.Length > MaxLength || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length >= HeaderLength && bytes[0] == Format && Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }

    private static bool IsBound(byte[] bytes, PagedQuery query) => Checksum(bytes.AsSpan(1 + ChecksumLength), query).AsSpan().SequenceEqual(bytes.AsSpan(1, ChecksumLength));

    private static byte[] Checksum(ReadOnlySpan<byte> content, PagedQuery query)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(ListFilter.Of(query).Prepend(query.OrderDir).Prepend(query.OrderBy)));
        return hash.GetHashAndReset()[..ChecksumLength];
    }
}
