using System.Collections;
using System.Globalization;

namespace CleanApi.Application.Common.Paging;

/// <summary>Everything that decides which items of a list match, as text: each <see cref="ListParameter"/>, so that none can be forgotten.</summary>
internal static class ListFilter
{
    /// <summary>The list's name and the values of its parameters, each unambiguous.</summary>
    public static IReadOnlyList<string?> Of(PagedQuery query) =>
        [query.GetType().Name, .. ListParameter.Of(query.GetType()).SelectMany(parameter => Texts(parameter.Read(query)))];

    private static IEnumerable<string?> Texts(object? value) => value switch
    {
        null or string => [(string?)value],
        // To the last digit: in the invariant form, a time has no fractions of seconds.
        DateTimeOffset time => [time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)],
        IEnumerable several => [.. several.Cast<object?>().SelectMany(Texts), "]"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)],
    };
}
