using System.Text;
using System.Text.RegularExpressions;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// A person's text as a mail shows it: read as it was written, and of which no mail program makes a link. A name can end like a host, as Booking.com does. Zero-width
/// spaces break what programs recognize: hosts, addresses, schemes, paths and telephone numbers.
/// </summary>
internal static partial class UnlinkedText
{
    private const char Break = '\u200b';

    // What is a dot to IDNA (UTS #46, section 4.5: U+3002, U+FF0E, U+FF61), looks like one, or becomes one when it is normalized; and what joins the parts of addresses.
    private const string Joints = "./:@\\\u2024\u3002\uff0e\uff61\ufe52\uff0f\uff1a\ufe55\uff20\ufe6b";

    /// <summary>The text with its breaks.</summary>
    public static string Of(string text)
    {
        var broken = new StringBuilder(text.Length);
        var isNumber = ManyDigits().IsMatch(text);
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            broken.Append(c);
            if (index + 1 < text.Length && ((isNumber && char.IsDigit(c)) || Joins(c, text[index + 1])))
            {
                broken.Append(Break);
            }
        }

        return broken.ToString();
    }

    // Behind a joint, unless a space follows: "Smith & Sons Ltd. of London" stays as it is.
    private static bool Joins(char c, char next) => Joints.Contains(c, StringComparison.Ordinal) && !char.IsWhiteSpace(next);

    [GeneratedRegex(@"(\d[^\p{L}\d]*){5}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ManyDigits();
}
