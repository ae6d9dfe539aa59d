using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Domain.Common;

/// <summary>
/// TypeID 0.3.0 text: prefix, underscore and 26 characters of base32 over the 128 bits of a UUID, lower case only.
/// Source: the TypeID specification, github.com/jetify-com/typeid, version 0.3.0.
/// </summary>
public static class TypeId
{
    /// <summary>Characters of the suffix: 26 × 5 bits hold 128 bits and two leading zero bits.</summary>
    public const int SuffixLength = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int MaxPrefixLength = 63;

    /// <summary>Whether a type is the type of an id.</summary>
    public static bool IsTypeId(Type type) => type.IsValueType && type.GetInterfaces().Any(
        face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITypeId<>) && face.GenericTypeArguments[0] == type);

    /// <summary>A new id: UUIDv7 of the given time, so that ids sort by creation.</summary>
    public static TId New<TId>(DateTimeOffset now)
        where TId : struct, ITypeId<TId> => TId.From(Guid.CreateVersion7(now));

    /// <summary>The text of an id.</summary>
    public static string Format<TId>(TId id)
        where TId : struct, ITypeId<TId> => Format(TId.Prefix, id.Value);

    /// <summary>The text of a prefix and a UUID; an empty prefix omits the underscore.</summary>
    public static string Format(string prefix, Guid value) =>
        string.Create((prefix.Length == 0 ? 0 : prefix.Length + 1) + SuffixLength, (prefix, value), static (text, state) =>
        {
            if (state.prefix.Length > 0)
            {
                state.prefix.CopyTo(text);
                text[state.prefix.Length] = '_';
            }

            Encode(state.value, text[^SuffixLength..]);
        });

    /// <summary>Parses an id of the expected type; false for another prefix, upper case or an overflow.</summary>
    public static bool TryParse<TId>(ReadOnlySpan<char> text, out TId id)
        where TId : struct, ITypeId<TId>
    {
        var prefix = TId.Prefix;
        id = default;
        if (text.Length != prefix.Length + 1 + SuffixLength || !text.StartsWith(prefix, StringComparison.Ordinal) || text[prefix.Length] != '_'
            || !TryDecode(text[^SuffixLength..], out var value))
        {
            return false;
        }

        id = TId.From(value);
        return true;
    }

    /// <summary>Parses any TypeID into its prefix and UUID.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out string? prefix, out Guid value)
    {
        prefix = null;
        value = default;
        var separator = text.LastIndexOf('_');
        var candidate = separator < 0 ? "" : text[..separator];
        if ((separator >= 0 && !IsPrefix(candidate)) || !TryDecode(text.AsSpan(separator + 1), out value))
        {
            return false;
        }

        prefix = candidate;
        return true;
    }

    private static bool IsPrefix(string prefix) =>
        prefix.Length is > 0 and <= MaxPrefixLength && prefix[0] != '_' && prefix[^1] != '_' && prefix.All(c => c is '_' or (>= 'a' and <= 'z'));

    private static void Encode(Guid value, Span<char> text)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
        for (var i = SuffixLength - 1; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }
    }

    private static bool TryDecode(ReadOnlySpan<char> text, out Guid value)
    {
        value = default;
        // 26 characters hold 130 bits: a first character above 7 would overflow the UUID.
        if (text.Length != SuffixLength || text[0] > '7')
        {
            return false;
        }

        UInt128 bits = 0;
        foreach (var c in text)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            bits = (bits << 5) | (uint)digit;
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }
}
