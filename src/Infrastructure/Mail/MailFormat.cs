using System.Text;
using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>How a message is written.</summary>
internal static class MailFormat
{
    /// <summary>The longest line without its CRLF, in octets (RFC 5322, section 2.1.1).</summary>
    public const int MaxLineLength = 998;

    private static readonly FormatOptions Encoded = Create(isInternational: false);
    private static readonly FormatOptions International = Create(isInternational: true);

    /// <summary>Whether an address has a local part that is not ASCII: only SMTPUTF8 can carry it (RFC 6531). A domain has A-labels.</summary>
    public static bool NeedsSmtpUtf8(MimeMessage message) => message.GetRecipients().Any(mailbox => !Ascii.IsValid(mailbox.LocalPart));

    /// <summary>Header fields in ASCII (RFC 2047), or in UTF-8 (RFC 6532) where an address has no other form.</summary>
    public static FormatOptions Of(MimeMessage message) => NeedsSmtpUtf8(message) ? International : Encoded;

    private static FormatOptions Create(bool isInternational)
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        options.International = isInternational;
        return options;
    }
}
