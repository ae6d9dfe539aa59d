using System.Text;
using MimeKit;

namespace CleanApi.Infrastructure.Mail;

/// <summary>The header field of a subject, which shows its text and nothing else.</summary>
internal static class MailSubject
{
    private const string EncodedWordStart = "=?";

    // RFC 2047, section 2: a line with an encoded word has 76 characters at most; the first one has "Subject: " too, and base64 makes four characters of three octets.
    private const int MaxOctets = 39;

    /// <summary>Encodes what mail programs would decode: text that looks like an encoded word itself (RFC 2047, section 7), which MimeKit leaves as it is.</summary>
    public static Header Header(string subject)
    {
        var header = new Header(HeaderId.Subject, subject);
        if (subject.Contains(EncodedWordStart, StringComparison.Ordinal))
        {
            header.SetRawValue(Encoding.ASCII.GetBytes($" {string.Join("\r\n ", Words(subject))}\r\n"));
        }

        return header;
    }

    private static IEnumerable<string> Words(string text)
    {
        var octets = new List<byte>(MaxOctets);
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets.Count + rune.Utf8SequenceLength > MaxOctets)
            {
                yield return Word(octets);
                octets.Clear();
            }

            octets.AddRange(Encoding.UTF8.GetBytes(rune.ToString()));
        }

        yield return Word(octets);
    }

    private static string Word(List<byte> octets) => $"=?utf-8?b?{Convert.ToBase64String([.. octets])}?=";
}
