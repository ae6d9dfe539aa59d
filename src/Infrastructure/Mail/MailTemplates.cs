using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// The embedded templates: <c>name.txt</c>, whose first line is the subject, and <c>name.html</c>, which the layout is put around. A placeholder is
/// <c>{{name}}</c>; in HTML, its value is encoded.
/// </summary>
internal static partial class MailTemplates
{
    private const string SubjectField = "Subject: ";
    private const string ContentMark = "<!-- content -->";

    private static readonly ConcurrentDictionary<string, string> Files = new(StringComparer.Ordinal);

    /// <summary>The mail of a template with these values.</summary>
    /// <exception cref="InvalidOperationException">There is no such template, or it shows something that there is no value for.</exception>
    public static MailText Render(string template, IReadOnlyDictionary<string, string> values)
    {
        var (subject, text) = Parts(Read($"{template}.txt"));
        subject = Fill(subject, values, Plain).Trim();
        var page = Read("layout.html").Replace(ContentMark, Read($"{template}.html"), StringComparison.Ordinal);
        var withSubject = new Dictionary<string, string>(values, StringComparer.Ordinal) { ["subject"] = subject };
        return new MailText(subject, Fill(text, values, Plain), Fill(page, withSubject, HtmlEncoder.Default.Encode));
    }

    /// <summary>The placeholders in a file.</summary>
    public static IEnumerable<string> Placeholders(string file) => Placeholder().Matches(Read(file)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>A template's file.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Read(string file) => Files.GetOrAdd(file, static name =>
    {
        using var stream = typeof(MailTemplates).Assembly.GetManifestResourceStream($"mail/{name}")
            ?? throw new InvalidOperationException($"There is no mail template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\r\n");
    });

    private static (string Subject, string Text) Parts(string file)
    {
        var end = file.IndexOf("\r\n", StringComparison.Ordinal);
        return end > SubjectField.Length && file.StartsWith(SubjectField, StringComparison.Ordinal)
            ? (file[SubjectField.Length..end], file[end..].TrimStart())
            : throw new InvalidOperationException($"A mail template begins with a line \"{SubjectField}…\".");
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> encode) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups["name"].Value, out var value)
            ? encode(value)
            : throw new InvalidOperationException($"The mail has no value for {match.Value}."));

    private static string Plain(string value) => value;

    [GeneratedRegex(@"\{\{(?<name>[a-zA-Z0-9]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
