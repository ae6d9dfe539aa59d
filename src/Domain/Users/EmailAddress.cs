using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Domain.Users;

/// <summary>
/// An e-mail address, trimmed and in lower case, at most 255 characters: a local part and a host name with a dot (the practical subset of RFC 5321,
/// section 4.1.2: no quoted local parts, no address literals).
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

    /// <summary>Wraps an address from the database, without validation.</summary>
    public static EmailAddress FromStored(string text) => new(text);

    /// <summary>Parses an address.</summary>
    /// <exception cref="FormatException">The text is not a valid address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address.Value : throw new FormatException("Invalid email format");

    /// <summary>Parses an address; false when the text is not a valid one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        var normalized = text?.Trim().ToLowerInvariant() ?? "";
        address = normalized.Length <= MaxLength && HasAddressForm(normalized) ? new EmailAddress(normalized) : null;
        return address is not null;
    }

    /// <summary>The address.</summary>
    public override string ToString() => Value;

    private static bool HasAddressForm(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= MaxLocalLength && IsLocalPart(text.AsSpan(0, at)) && IsHostName(text.AsSpan(at + 1));
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

    private static bool IsHostName(ReadOnlySpan<char> host)
    {
        var labels = 0;
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (var c in label)
            {
                if (!char.IsLetterOrDigit(c) && c != '-')
                {
                    return false;
                }
            }

            labels++;
        }

        return labels > 1;
    }
}
