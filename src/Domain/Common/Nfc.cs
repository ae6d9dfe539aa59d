using System.Buffers;
using System.Globalization;
using System.Text;

namespace CleanApi.Domain.Common;

/// <summary>Normalization Form C (UAX #15), in which text from people is stored and compared: one text has one form, whatever keyboard it comes from.</summary>
public static class Nfc
{
    /// <summary>
    /// Combining marks in a row at most (UAX #15, section 13, Stream-Safe Text Format). Normalizing sorts them, which takes a time that grows with the square of
    /// their number: without a bound, a text of 1 MB would take minutes.
    /// </summary>
    public const int MaxMarks = 30;

    /// <summary>What a text with more is told.</summary>
    internal const string MarksMessage = "Must not have more than 30 combining marks in a row";

    // No character of NFC stands for more than four: U+1F82 is a letter with three marks.
    private const int MaxContraction = 4;

    // Below it every character is normalized, and none combines with the one before it.
    private const char FirstCombining = '\u0300';

    /// <summary>
    /// The text in NFC. One that is not well-formed has no such form, and one with too many marks would take too long: they stay as they are, and what takes
    /// them has to refuse them.
    /// </summary>
    public static string Of(string text) =>
        IsNormal(text) || !IsWellFormed(text) || HasTooManyMarks(text) || text.IsNormalized() ? text : text.Normalize();

    /// <summary>Whether the text has at most so many characters in NFC. What cannot have is not normalized.</summary>
    public static bool Fits(ReadOnlySpan<char> text, int maxLength)
    {
        var length = TextRule.LengthOf(text);
        return length <= MaxContraction * maxLength && (IsNormal(text) ? length : TextRule.LengthOf(Of(text.ToString()))) <= maxLength;
    }

    /// <summary>Whether the text has more marks in a row than <see cref="MaxMarks"/>. What this version of Unicode does not know may be a mark.</summary>
    public static bool HasTooManyMarks(ReadOnlySpan<char> text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MaxMarks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text is Unicode: no half of a surrogate pair, and no noncharacter (Unicode 16.0, section 23.7).</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done || IsNoncharacter(rune))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    private static bool IsNormal(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= FirstCombining)
            {
                return false;
            }
        }

        return true;
    }

    // Every character that has a combining class is of one of these categories (Unicode Character Encoding Stability Policies).
    private static bool IsMark(Rune rune) => rune.Value >= FirstCombining && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned;

    private static bool IsNoncharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}
