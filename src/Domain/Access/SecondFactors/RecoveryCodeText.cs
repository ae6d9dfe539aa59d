using System.Security.Cryptography;

namespace CleanApi.Domain.Access;

/// <summary>The text of recovery codes: 80 random bits as <c>4k7d-91vw-q0hc-me3x</c>, in an alphabet without look-alike letters.</summary>
public static class RecoveryCodeText
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private const int GroupLength = 4;

    /// <summary>A new, random code.</summary>
    public static string Create() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>Parses and normalizes a code: removes hyphens and spaces, ignores case, reads O as 0 and I or L as 1.</summary>
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
