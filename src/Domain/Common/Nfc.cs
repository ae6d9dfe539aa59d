using System.Buffers;
using System.Text;

namespace CleanApi.Domain.Common;

/// <summary>Normalization Form C (UAX #15), in which text from people is stored and compared: one text has one form, whatever keyboard it comes from.</summary>
public static class Nfc
{
    // Below it every character is normalized, and none combines with the one before it.
    private const char FirstCombining = '\u0300';

    /// <summary>The text in NFC. One that is not well-formed has no such form and stays as it is: what takes it has to refuse it.</summary>
    public static string Of(string text) => IsNormal(text) || !IsWellFormed(text) || text.IsNormalized() ? text : text.Normalize();

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

    private static bool IsNoncharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;
}
