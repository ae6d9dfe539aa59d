using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Paging;

/// <summary>The text form that a sort value has in a cursor.</summary>
/// <typeparam name="T">One of the types that lists can be ordered by.</typeparam>
internal abstract class CursorText<T>
{
    /// <summary>That of the type.</summary>
    /// <exception cref="InvalidOperationException">None is known: add it here.</exception>
    public static CursorText<T> Instance { get; } =
        new Time() as CursorText<T> ?? new Text() as CursorText<T> ?? new Address() as CursorText<T> ?? new Number() as CursorText<T>
            ?? throw new InvalidOperationException($"No list can be ordered by a {typeof(T).Name}: {nameof(CursorText<>)} has no text form of it.");

    /// <summary>The value as text.</summary>
    public abstract string Format(T value);

    /// <summary>The value from its text, which a client sent.</summary>
    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    private sealed class Time : CursorText<DateTimeOffset>
    {
        public override string Format(DateTimeOffset value) => value.UtcTicks.ToString(CultureInfo.InvariantCulture);

        public override bool TryParse(string text, out DateTimeOffset value)
        {
            var isTime = long.TryParse(text, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;
            value = isTime ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
            return isTime;
        }
    }

    private sealed class Text : CursorText<string>
    {
        public override string Format(string value) => value;

        public override bool TryParse(string text, out string value)
        {
            value = text;
            // PostgreSQL has no text with NUL in it.
            return !text.Contains('\0', StringComparison.Ordinal);
        }
    }

    private sealed class Address : CursorText<EmailAddress>
    {
        public override string Format(EmailAddress value) => value.Value;

        public override bool TryParse(string text, out EmailAddress value)
        {
            var isAddress = EmailAddress.TryParse(text, out var address);
            value = address.GetValueOrDefault();
            return isAddress;
        }
    }

    private sealed class Number : CursorText<long?>
    {
        public override string Format(long? value) => value.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);

        public override bool TryParse(string text, out long? value)
        {
            var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            value = number;
            return isNumber;
        }
    }
}
