using System.Diagnostics.CodeAnalysis;
using System.Text;
using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Common;

/// <summary>
/// What a text of several lines has to be wherever it is set. Aggregates require it, and validators translate it into errors of fields. Format characters are
/// let through: a text in two directions needs them.
/// </summary>
/// <param name="maxLength">Characters at most, in NFC.</param>
public sealed class TextRule(int maxLength)
{
    /// <summary>What a text that is no Unicode is told.</summary>
    internal const string MalformedMessage = "Must not contain characters that Unicode does not have";

    private readonly string tooLong = $"Must have at most {maxLength} characters";

    /// <summary>Characters at most.</summary>
    public int MaxLength { get; } = maxLength;

    /// <summary>The first violation; null when there is none, or no text.</summary>
    public TextViolation? Check(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var hasControl = false;
        foreach (var rune in text.EnumerateRunes())
        {
            hasControl |= Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t');
        }

        return !Nfc.Fits(text, MaxLength) ? TextViolation.TooLong
            : hasControl ? TextViolation.ControlCharacter
            : !Nfc.IsWellFormed(text) ? TextViolation.Malformed
            : Nfc.HasTooManyMarks(text) ? TextViolation.TooManyMarks
            : null;
    }

    /// <summary>The code of a violation's <see cref="ErrorDetail"/>.</summary>
    public static string CodeOf(TextViolation violation) => violation is TextViolation.TooLong ? FieldCodes.TooLong : FieldCodes.InvalidFormat;

    /// <summary>What a violation says to people.</summary>
    public string MessageOf(TextViolation violation) => violation switch
    {
        TextViolation.TooLong => tooLong,
        TextViolation.ControlCharacter => "Must not contain control characters",
        TextViolation.Malformed => MalformedMessage,
        TextViolation.TooManyMarks => Nfc.MarksMessage,
        _ => throw new ArgumentOutOfRangeException(nameof(violation), violation, "It has no message."),
    };

    /// <summary>The text in NFC; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">What a client calls it.</param>
    /// <exception cref="ValidationError">It violates the rule.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Require(string? text, string field) =>
        Check(text) is { } violation ? throw ValidationError.Of(field, CodeOf(violation), MessageOf(violation)) : text is null ? null : Nfc.Of(text);

    /// <summary>The next text. One that stays is not checked: a rule that becomes stricter must not keep people from changing something else.</summary>
    /// <exception cref="ValidationError">The next one violates the rule.</exception>
    public string? Change(string? current, string? next, string field) => string.Equals(current, next, StringComparison.Ordinal) ? current : Require(next, field);

    /// <summary>People count characters, not UTF-16 units: an emoji is one.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }
}
