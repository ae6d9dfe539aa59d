using System.Diagnostics.CodeAnalysis;
using System.Text;
using CleanApi.Domain.Common;

namespace CleanApi.Domain.Users;

/// <summary>
/// An e-mail address in its canonical form, at most 255 characters: a local part in NFC whose ASCII letters are in lower case, and a domain of A-labels with
/// a dot (the practical subset of RFC 5321, section 4.1.2, and RFC 6531, section 3.3: no quoted local parts, no address literals). Two addresses are one
/// mailbox if they are equal.
/// </summary>
public readonly record struct EmailAddress
{
    /// <summary>Characters at most.</summary>
    public const int MaxLength = 255;

    private const int MaxLocalLength = 64;

    private readonly string? value;

    private EmailAddress(string value) => this.value = value;

    /// <summary>The address.</summary>
    public string Value => value ?? "";

    /// <summary>The domain, as A-labels.</summary>
    public string Domain => Value[(Value.LastIndexOf('@') + 1)..];

    /// <summary>Wraps an address from the database, without validation.</summary>
    public static EmailAddress FromStored(string text) => new(text);

    /// <summary>Parses an address.</summary>
    /// <exception cref="FormatException">The text is not a valid address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address.Value : throw new FormatException("Invalid email format");

    /// <summary>Parses an address; false when the text is not a valid one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = text is not null && Canonicalize(text) is { Length: <= MaxLength } canonical ? new EmailAddress(canonical) : null;
        return address is not null;
    }

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    private static string? Canonicalize(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsSpace(text[start]))
        {
            start++;
        }

        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }

        var trimmed = text.AsSpan(start..end);
        // The longest text that could be an address of that length in NFC has four times as many characters, and most cost less to refuse than to normalize.
        if (trimmed.Length > 4 * MaxLength)
        {
            return null;
        }

        if (!Ascii.IsValid(trimmed))
        {
            return AddressCharacters.AreAllowed(trimmed) ? Join(trimmed.ToString().Normalize()) : null;
        }

        return trimmed.Contains(MailDomain.AcePrefix, StringComparison.OrdinalIgnoreCase) ? Join(trimmed.ToString())
            : !HasAddressForm(trimmed) ? null
            : HasCapital(trimmed) ? AddressCharacters.ToAsciiLower(trimmed)
            : trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    // A local part is compared as it is written but for the case of ASCII letters: what else is one mailbox, only its host knows (RFC 5321, section 2.4).
    private static string? Join(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && MailDomain.TryParse(text[(at + 1)..], out var domain) && $"{AddressCharacters.ToAsciiLower(text.AsSpan(0, at))}@{domain}" is var address && HasAddressForm(address)
            ? address
            : null;
    }

    private static bool HasCapital(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSpace(char c) => c == '\t' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.SpaceSeparator;

    private static bool HasAddressForm(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at is > 0 and <= MaxLocalLength && IsLocalPart(text[..at]) && MailDomain.IsHostName(text[(at + 1)..]);
    }

    private static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in local)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || "\"(),:;<>@[\\]".Contains(c, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
