using System.Globalization;
using System.Text;
using CleanApi.Domain.Common;

namespace CleanApi.Domain.Users;

/// <summary>
/// Which characters an address may have outside of ASCII. What looks like another character and is folded to it would make one mailbox of two: U+212A is no K,
/// and a full-width letter no letter (RFC 8264, section 9.9, HasCompat).
/// </summary>
internal static class AddressCharacters
{
    /// <summary>Whether the text has none that is invisible, or has a compatibility or singleton decomposition. It may be in any other form.</summary>
    public static bool AreAllowed(ReadOnlySpan<char> text)
    {
        if (!Nfc.IsWellFormed(text) || Nfc.HasTooManyMarks(text) || VisibleText.HasFormatInIdentifier(text))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || VisibleText.IsHidden(rune) || IsNoLetter(rune) || IsSingleton(rune))
            {
                return false;
            }
        }

        var whole = text.ToString();
        return string.Equals(whole.Normalize(NormalizationForm.FormKC), whole.Normalize(NormalizationForm.FormC), StringComparison.Ordinal);
    }

    /// <summary>The text with its ASCII letters in lower case, and no others.</summary>
    public static string ToAsciiLower(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (lower, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            lower[i] = from[i] is >= 'A' and <= 'Z' ? (char)(from[i] | 0x20) : from[i];
        }
    });

    // Nobody can tell what it is, or the next version of Unicode tells it otherwise (RFC 8264, sections 9.10, 9.12 and 9.16).
    private static bool IsNoLetter(Rune rune) =>
        rune.Value is 0xFFFC or 0xFFFD || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    // NFC replaces it by one other character (UAX #15, section 1.3): the Kelvin sign, the ohm sign, compatibility ideographs.
    private static bool IsSingleton(Rune rune)
    {
        if (rune.IsAscii)
        {
            return false;
        }

        var text = rune.ToString();
        var normal = text.Normalize();
        return !string.Equals(text, normal, StringComparison.Ordinal) && TextRule.LengthOf(normal) == 1;
    }
}
