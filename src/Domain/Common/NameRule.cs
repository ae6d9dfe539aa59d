using System.Text;
using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Common;

/// <summary>
/// What a name has to be wherever it is set: something to see, not too long, on one line, without characters that hide or reorder others. It is kept in NFC.
/// Aggregates require it, and validators translate it into errors of fields. Checking a name in Latin letters allocates nothing.
/// </summary>
/// <param name="maxLength">Characters at most, in NFC and without the spaces around them.</param>
/// <param name="allowsLinks">Whether it may have links; not where it stands in mails to strangers.</param>
/// <param name="label">What messages to people call it.</param>
public sealed class NameRule(int maxLength, bool allowsLinks, string label = "Name")
{
    /// <summary>Characters of a name of a person or a thing at most.</summary>
    public const int MaxNameLength = 100;

    /// <summary>What a text without anything to see is told.</summary>
    public const string BlankMessage = "Must not be blank";

    /// <summary>Names of people and organizations, which mails show to people who know nothing of whoever chose them.</summary>
    public static readonly NameRule Public = new(MaxNameLength, allowsLinks: false);

    /// <summary>Names of what is its owner's, which nobody else is mailed.</summary>
    public static readonly NameRule Private = new(MaxNameLength, allowsLinks: true);

    private readonly string tooLong = $"Must have 1 to {maxLength} characters";

    /// <summary>Characters at most.</summary>
    public int MaxLength { get; } = maxLength;

    /// <summary>Whether it may have links.</summary>
    public bool AllowsLinks { get; } = allowsLinks;

    /// <summary>The first violation; null when the text is a name.</summary>
    public NameViolation? Check(string? text)
    {
        if (text is null)
        {
            return NameViolation.Missing;
        }

        return !VisibleText.IsIn(text) ? NameViolation.Blank
            : !Nfc.Fits(text.AsSpan().Trim(), MaxLength) ? NameViolation.TooLong
            : HasControl(text) ? NameViolation.ControlCharacter
            : VisibleText.HasFormat(text) ? NameViolation.FormatCharacter
            : !Nfc.IsWellFormed(text) ? NameViolation.Malformed
            : Nfc.HasTooManyMarks(text) ? NameViolation.TooManyMarks
            : !AllowsLinks && LinkText.IsIn(text) ? NameViolation.Link
            : null;
    }

    /// <summary>The code of a violation's <see cref="ErrorDetail"/>.</summary>
    public static string CodeOf(NameViolation violation) => violation switch
    {
        NameViolation.Missing => FieldCodes.Required,
        NameViolation.Blank => FieldCodes.Blank,
        NameViolation.TooLong => FieldCodes.TooLong,
        NameViolation.ControlCharacter or NameViolation.FormatCharacter or NameViolation.Malformed or NameViolation.TooManyMarks or NameViolation.Link => FieldCodes.InvalidFormat,
        _ => throw new ArgumentOutOfRangeException(nameof(violation), violation, "It has no code."),
    };

    /// <summary>What a violation says to people.</summary>
    public string MessageOf(NameViolation violation) => violation switch
    {
        NameViolation.Missing => $"{label} is required",
        NameViolation.Blank => BlankMessage,
        NameViolation.TooLong => tooLong,
        NameViolation.ControlCharacter => "Must not contain control characters",
        NameViolation.FormatCharacter => "Must not contain invisible formatting characters",
        NameViolation.Malformed => TextRule.MalformedMessage,
        NameViolation.TooManyMarks => Nfc.MarksMessage,
        NameViolation.Link => "Must not contain a link",
        _ => throw new ArgumentOutOfRangeException(nameof(violation), violation, "It has no message."),
    };

    /// <summary>The name in NFC, without the spaces around it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="field">What a client calls it.</param>
    /// <exception cref="ValidationError">It is no name.</exception>
    public string Require(string? text, string field = "name") =>
        Check(text) is { } violation ? throw ValidationError.Of(field, CodeOf(violation), MessageOf(violation)) : Nfc.Of(text!).Trim();

    /// <summary>
    /// The next name. One that stays is not checked: whoever changes something else without sending the name is not stopped by a rule that has become stricter. A
    /// name that is sent is held to the rule by the validator, even if it stays.
    /// </summary>
    /// <param name="current">The name so far.</param>
    /// <param name="next">The next one.</param>
    /// <param name="field">What a client calls it.</param>
    /// <exception cref="ValidationError">The next one is no name.</exception>
    public string Change(string current, string? next, string field = "name") => string.Equals(current, next, StringComparison.Ordinal) ? current : Require(next, field);

    private static bool HasControl(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                return true;
            }
        }

        return false;
    }
}
