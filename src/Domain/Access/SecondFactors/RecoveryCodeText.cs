using System.Security.Cryptography;

namespace CleanApi.Domain.Access;

/// <summary>Recovery codes as people have them: 80 random bits, <c>4k7d-91vw-q0hc-me3x</c>, in an alphabet without letters that look like others.</summary>
public static class RecoveryCodeText
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private const int GroupLength = 4;

    /// <summary>A new, random code.</summary>
    public static string Create() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Whether a text has the form of a code; and the code without what people add and confuse: hyphens, spaces, capitals, O for 0, I and L for 1.</summary>
    public static bool TryParse(string text, out string code)
    {
        code = string.Concat(text.Where(c => c is not ('-' or ' ')).Select(char.ToLowerInvariant).Select(Plain));
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal));
    }

    private static char Plain(char c) => c switch
    {
        'o' => '0',
        'i' or 'l' => '1',
        _ => c,
    };
}
