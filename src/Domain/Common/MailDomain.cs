using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Common;

/// <summary>The domain of an e-mail address in its canonical form: lower-case ASCII, other labels as A-labels (RFC 5890, section 2.3.2.1; UTS #46).</summary>
public static class MailDomain
{
    /// <summary>What an A-label begins with.</summary>
    internal const string AcePrefix = "xn--";

    private const int MaxLabelLength = 63;

    // Nontransitional, with the rules of STD 3 and those for joiners. It checks that what an A-label stands for would be written so.
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>Canonicalizes a domain; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? domain)
    {
        domain = null;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        if (!Ascii.IsValid(text) && !AddressCharacters.AreAllowed(text))
        {
            return false;
        }

        var lower = AddressCharacters.ToAsciiLower(text);
        if (!Ascii.IsValid(lower) || lower.Contains(AcePrefix, StringComparison.Ordinal))
        {
            try
            {
                lower = Idn.GetAscii(lower);
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        domain = IsHostName(lower) ? lower : null;
        return domain is not null;
    }

    /// <summary>Whether the text is a host name with a dot, in ASCII, and no address of IPv4 (RFC 1123, section 2.1; RFC 3696, section 2).</summary>
    internal static bool IsHostName(ReadOnlySpan<char> host)
    {
        var labels = 0;
        var isNumber = true;
        foreach (var range in host.Split('.'))
        {
            var label = host[range];
            if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            isNumber = true;
            foreach (var c in label)
            {
                isNumber &= char.IsAsciiDigit(c);
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                {
                    return false;
                }
            }

            labels++;
        }

        return labels > 1 && !isNumber;
    }
}
