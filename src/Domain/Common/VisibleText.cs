using System.Buffers;
using System.Globalization;
using System.Text;

namespace CleanApi.Domain.Common;

/// <summary>What of a text can be seen, and which of its characters are there to be unseen (UTS #39, section 3.3; RFC 8264, section 9).</summary>
public static class VisibleText
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>Whether the text shows anything.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsVisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the text has what has no business in one line: line and paragraph separators, format characters, such as overrides of direction, and what shows
    /// nothing. A joiner inside a word is part of its spelling (Persian, Hindi, emoji), and so is a selector after the character whose form it selects.
    /// </summary>
    public static bool HasFormat(ReadOnlySpan<char> text) => HasFormat(text, IsInWord);

    /// <summary>The same for identifiers, where joiners are taken only beside letters of scripts whose shapes they change (RFC 5892, appendix A).</summary>
    internal static bool HasFormatInIdentifier(ReadOnlySpan<char> text) => HasFormat(text, static rune => IsInWord(rune) && rune.Value is >= 0x0600 and <= 0x1CFF);

    /// <summary>
    /// Whether the rune shows nothing although its category says otherwise: a blank pattern and a blank note, and what is to be ignored where it is not known
    /// (Default_Ignorable_Code_Point, Unicode 16.0, section 5.21), assigned or not: fillers, selectors of variants.
    /// </summary>
    internal static bool IsHidden(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0 or 0x1D159 or (>= 0xFFF0 and <= 0xFFF8)
            or (>= 0xE0000 and <= 0xE0FFF) || IsSelector(rune);

    private static bool HasFormat(ReadOnlySpan<char> text, Func<Rune, bool> mayJoin)
    {
        var before = default(Rune);
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            text = text[length..];
            var isAllowed = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
                UnicodeCategory.Format => rune.Value is NonJoiner or Joiner && mayJoin(before) && Rune.DecodeFromUtf16(text, out var next, out _) == OperationStatus.Done && mayJoin(next),
                _ => !IsHidden(rune) || (IsSelector(rune) && IsVisible(before)),
            };
            if (!isAllowed)
            {
                return true;
            }

            before = rune;
        }

        return false;
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool IsInWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.MathSymbol;

    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && !IsHidden(rune) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned);
}
