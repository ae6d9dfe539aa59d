using System.Globalization;
using System.Linq.Expressions;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Paging;

/// <summary>Sort keys over the property types that lists are ordered by.</summary>
public static class SortKeys
{
    /// <summary>An order by time.</summary>
    public static SortKey<T, TResult> By<T, TResult>(string name, Expression<Func<T, DateTimeOffset>> property, Func<TResult, DateTimeOffset> read) =>
        new PropertySortKey<T, TResult, DateTimeOffset>(
            name, property, read,
            static value => value.UtcTicks.ToString(CultureInfo.InvariantCulture),
            static text => long.TryParse(text, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? (true, new DateTimeOffset(ticks, TimeSpan.Zero))
                : (false, default));

    /// <summary>An order by text, in the column's collation.</summary>
    public static SortKey<T, TResult> By<T, TResult>(string name, Expression<Func<T, string>> property, Func<TResult, string> read) =>
        new PropertySortKey<T, TResult, string>(name, property, read, static value => value, static text => (!text.Contains('\0', StringComparison.Ordinal), text));

    /// <summary>An order by e-mail address.</summary>
    public static SortKey<T, TResult> By<T, TResult>(string name, Expression<Func<T, EmailAddress>> property, Func<TResult, EmailAddress> read) =>
        new PropertySortKey<T, TResult, EmailAddress>(
            name, property, read,
            static value => value.Value,
            static text => EmailAddress.TryParse(text, out var address) ? (true, address.Value) : (false, default));
}
