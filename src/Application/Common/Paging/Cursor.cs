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
    public static Cursor Decode(PagedQuery query)
    {
        var text = query.Cursor!;
        if (!Base64Url.IsValid(text))
        {
            throw Invalid();
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < HeaderLength || bytes[0] != Format
            || !Checksum(bytes.AsSpan(1 + ChecksumLength), query).AsSpan().SequenceEqual(bytes.AsSpan(1, ChecksumLength)))
        {
            throw Invalid();
        }

        return new Cursor(Encoding.UTF8.GetString(bytes.AsSpan(HeaderLength)), new Guid(bytes.AsSpan(1 + ChecksumLength, 16), bigEndian: true));
    }

    /// <summary>The error of a cursor that does not fit.</summary>
    public static ValidationError Invalid() => ValidationError.Of("cursor", FieldCodes.InvalidCursor, Message, ValidationError.Query);

    private static byte[] Checksum(ReadOnlySpan<byte> content, PagedQuery query)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(ListFilter.Of(query).Prepend(query.OrderDir).Prepend(query.OrderBy)));
        return hash.GetHashAndReset()[..ChecksumLength];
    }
}
