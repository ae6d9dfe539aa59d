using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A mail as a mail program reads it.</summary>
/// <param name="Headers">The header fields, decoded; those that occur twice, once.</param>
/// <param name="Subject">The subject.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The page.</param>
public sealed partial record ReceivedMail(IReadOnlyDictionary<string, string> Headers, string Subject, string To, string Text, string Html)
{
    /// <summary>The first address of a page in the text.</summary>
    public string Link => Address().Match(Text).Value;

    /// <summary>The token in the link.</summary>
    public string Token => Link[(Link.LastIndexOf("token=", StringComparison.Ordinal) + "token=".Length)..];

    /// <summary>Reads a message.</summary>
    public static ReceivedMail Parse(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var message = MimeMessage.Load(stream);
        var headers = message.Headers.DistinctBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Field, header => header.Value, StringComparer.OrdinalIgnoreCase);
        return new ReceivedMail(headers, message.Subject!, message.To.Mailboxes.Single().Address, message.TextBody!, message.HtmlBody!);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
