using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Application.Common.Mail;

namespace CleanApi.Infrastructure.Mail;

/// <summary>What a mail's templates can show: its public properties.</summary>
internal static partial class MailValues
{
    private const string Scheme = "://";
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The placeholders that a mail has a value for.</summary>
    public static IEnumerable<string> Names(Type mail) => Of(mail).Select(Name);

    /// <summary>The values by placeholder.</summary>
    public static Dictionary<string, string> Of(MailMessage mail) => Of(mail.GetType()).ToDictionary(Name, property => Text(property.GetValue(mail)), StringComparer.Ordinal);

    private static PropertyInfo[] Of(Type mail) =>
        Properties.GetOrAdd(mail, static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));

    private static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    // Names come from people: a line break in one must not begin a header or a paragraph.
    private static string Text(object? value) => OneLine(value switch
    {
        null => "",
        DateTimeOffset time => time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => Unlinked(value.ToString() ?? ""),
    });

    // A name can end like a host, as Booking.com does. A zero-width space behind the dot keeps mail programs from making a link of it. Our own links have a scheme,
    // which no name has (LinkText).
    private static string Unlinked(string text) => text.Contains(Scheme, StringComparison.Ordinal) ? text : DotInWord().Replace(text, ".\u200b");

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }

    [GeneratedRegex(@"(?<=[\p{L}\p{N}])\.(?=\p{L})", RegexOptions.None, 1000)]
    private static partial Regex DotInWord();
}
