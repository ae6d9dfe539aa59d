using CleanApi.Application.Common.Json;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.Json;

/// <summary>The formats of all single values that the API accepts, in bodies, queries, paths and headers alike.</summary>
internal static class Scalars
{
    public const string WholeNumberMessage = "Must be a whole number";

    private const NumberStyles Integer = NumberStyles.AllowLeadingSign;
    private const NumberStyles Decimal = Integer | NumberStyles.AllowDecimalPoint;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    private static readonly ConcurrentDictionary<Type, Scalar?> Known = new()
    {
        [typeof(string)] = Text("Must be a string", text => text),
        [typeof(bool)] = new Scalar(ScalarKind.Boolean, FieldCodes.InvalidType, "Must be true or false", ParseBoolean),
        [typeof(int)] = Number(WholeNumberMessage, text => IsNumber(text) && int.TryParse(text, Integer, Culture, out var number) ? number : null),
        [typeof(long)] = Number(WholeNumberMessage, text => IsNumber(text) && long.TryParse(text, Integer, Culture, out var number) ? number : null),
        [typeof(decimal)] = Number("Must be a number", text => IsNumber(text) && decimal.TryParse(text, Decimal, Culture, out var number) ? number : null),
        [typeof(DateTimeOffset)] = Text(ScalarMessages.Time, text => UtcTimeConverter.TryParse(text, out var time) ? time : null),
        [typeof(DateOnly)] = Text(
            "Must be a date such as 2026-01-31",
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", Culture, DateTimeStyles.None, out var date) ? date : null),
        [typeof(Guid)] = Text(ScalarMessages.Id, text => Guid.TryParseExact(text, "D", out var id) ? id : null),
        [typeof(EmailAddress)] = Text(ScalarMessages.Email, text => EmailAddress.TryParse(text, out var address) ? address.Value : null),
    };

    /// <summary>Returns the format of a type or of its nullable; null when it is not a single value.</summary>
    public static Scalar? Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Create);

    private static Scalar Text(string message, Func<string, object?> parse) => new(ScalarKind.Text, FieldCodes.InvalidFormat, message, parse);

    private static Scalar Number(string message, Func<string, object?> parse) => new(ScalarKind.Number, FieldCodes.InvalidType, message, parse);

    // As JSON writes numbers: one spelling for each, without a plus sign and leading zeros (RFC 8259, section 6).
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text is ['-', ..] ? text[1..] : text;
        return digits is ['0'] or ['0', '.', ..] or [>= '1' and <= '9', ..];
    }

    private static object? ParseBoolean(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static Scalar? Create(Type type)
    {
        if (type.IsEnum)
        {
            var names = EnumNames.Of(type);
            return new Scalar(ScalarKind.Text, FieldCodes.InvalidValue, names.Message, names.Find);
        }

        return TypeId.IsTypeId(type)
            ? (Scalar)typeof(Scalars).GetMethod(nameof(TypeIdScalar), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!
            : null;
    }

    private static Scalar TypeIdScalar<TId>()
        where TId : struct, ITypeId<TId> => Text(ScalarMessages.Id, text => TypeId.TryParse(text, out TId id) ? id : null);
}
