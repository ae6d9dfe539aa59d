using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A parsed mail: header fields (RFC 5322, RFC 2047), text and HTML (RFC 2046).</summary>
/// <param name="Headers">The header fields, unfolded; repeated ones once.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML.</param>
public sealed partial record ReceivedMail(IReadOnlyDictionary<string, string> Headers, string Text, string Html)
{
    /// <summary>The decoded subject.</summary>
    public string Subject => EncodedWord().Replace(SpaceBetweenWords().Replace(Headers["Subject"], ""), Decode);

    /// <summary>The recipient.</summary>
    public string To => Headers["To"];

    /// <summary>The first link in the text.</summary>
    public string Link => Address().Match(Text).Value;

    /// <summary>The token in the link.</summary>
    public string Token => Link[(Link.LastIndexOf("token=", StringComparison.Ordinal) + "token=".Length)..];

    /// <summary>Reads a message.</summary>
    public static ReceivedMail Parse(string message)
    {
        var (headers, body) = Split(message);
        var boundary = Boundary().Match(headers["Content-Type"]).Groups["value"].Value;
        var parts = body.Split("--" + boundary).Select(part => part.TrimStart('\r', '\n')).Where(part => part.StartsWith("content-type", StringComparison.OrdinalIgnoreCase))
            .Select(Split).ToDictionary(part => part.Headers["Content-Type"].Split(';')[0], Content);
        return new ReceivedMail(headers, parts["text/plain"], parts["text/html"]);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(message[..end], " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return (headers, message[(end + 4)..]);
    }

    private static string Content((Dictionary<string, string> Headers, string Body) part) => part.Headers["Content-Transfer-Encoding"] switch
    {
        "quoted-printable" => Unquote(part.Body.Replace("=\r\n", "", StringComparison.Ordinal)),
        "7bit" or "8bit" => part.Body,
        var other => throw new FormatException($"Unknown transfer encoding {other}"),
    };

    private static string Decode(Match word) =>
        word.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["what"].Value))
            : Unquote(word.Groups["what"].Value.Replace('_', ' '));

    private static string Unquote(string text) => Escaped().Replace(text, run => Encoding.UTF8.GetString(
        [.. run.Value.Split('=', StringSplitOptions.RemoveEmptyEntries).Select(hex => byte.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))]));

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<what>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, 1000)]
    private static partial Regex SpaceBetweenWords();

    [GeneratedRegex(@"(=[0-9A-F]{2})+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"boundary=""?(?<value>[^"";]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, 1000)]
    private static partial Regex Folding();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
