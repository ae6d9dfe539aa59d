using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using CleanApi.Application.Common.Mail;

namespace CleanApi.Infrastructure.Mail;

/// <summary>What a mail's templates can show: its public properties.</summary>
internal static class MailValues
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The placeholders that a mail has a value for.</summary>
    public static IEnumerable<string> Names(Type mail) => Of(mail).Select(Name);

    /// <summary>The values by placeholder.</summary>
    public static Dictionary<string, string> Of(MailMessage mail) => Of(mail.GetType()).ToDictionary(Name, property => Text(property, property.GetValue(mail)), StringComparer.Ordinal);

    /// <summary>The properties that are values.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type mail) =>
        Properties.GetOrAdd(mail, static type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance));

    /// <summary>The placeholder of a property.</summary>
    public static string Name(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>Whether a property has a text that a person may have chosen: it stands apart, and is never a link.</summary>
    public static bool IsForeign(PropertyInfo property) => property.PropertyType == typeof(string) && !property.IsDefined(typeof(OwnWordsAttribute));

    // Names come from people: a line break in one must not begin a header or a paragraph.
    private static string Text(PropertyInfo property, object? value) => OneLine(value switch
    {
        null => "",
        MailLink link => link.Address,
        DateTimeOffset time => time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => IsForeign(property) ? UnlinkedText.Of(value.ToString() ?? "") : value.ToString() ?? "",
    });

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString();
    }
}
