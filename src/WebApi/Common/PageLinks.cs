using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CleanApi.Application.Common.Paging;

namespace CleanApi.WebApi.Common;

/// <summary>Relative links to a page and its neighbours, with the query kept; what a mode has no value for is null.</summary>
/// <param name="Self">This page.</param>
/// <param name="First">The first page.</param>
/// <param name="Prev">The page before; null on the first, and by cursor.</param>
/// <param name="Next">The page after; null at the end.</param>
/// <param name="Last">The last page; null by cursor, and with <c>total=false</c>.</param>
public sealed record PageLinks(
    [property: DataType("uri-reference")] string Self,
    [property: DataType("uri-reference")] string First,
    [property: DataType("uri-reference")] string? Prev,
    [property: DataType("uri-reference")] string? Next,
    [property: DataType("uri-reference")] string? Last)
{
    private const string CursorParameter = "cursor";
    private const string PageParameter = "page";

    /// <summary>The links of a page that a request has asked for.</summary>
    public static PageLinks Of<T>(HttpRequest request, Page<T> page) => page.Number is { } number ? ByNumber(request, page, number) : new(
        Asked(request),
        With(request, CursorParameter, null),
        null,
        page.NextCursor is null ? null : With(request, CursorParameter, page.NextCursor),
        null);

    /// <summary>The same for the <c>Link</c> header (RFC 8288).</summary>
    public string ToHeader() => string.Join(", ", new[] { (First, "first"), (Prev, "prev"), (Next, "next"), (Last, "last") }
        .Where(link => link.Item1 is not null).Select(link => $"<{link.Item1}>; rel=\"{link.Item2}\""));

    private static PageLinks ByNumber<T>(HttpRequest request, Page<T> page, int number)
    {
        // An empty list has one empty page.
        var last = page.TotalPages is { } pages ? Math.Clamp(pages, 1, PageLimits.MaxPage) : (long?)null;
        return new PageLinks(
            Asked(request),
            At(request, 1),
            // Past the end, the page before is the last one that there is.
            number > 1 ? At(request, Math.Min(number - 1, last ?? long.MaxValue)) : null,
            page.HasMore && number < PageLimits.MaxPage ? At(request, number + 1) : null,
            last is { } at ? At(request, at) : null);
    }

    private static string Asked(HttpRequest request) => request.Path.ToUriComponent() + Query(request);

    // With its question mark; what follows the first one is the query.
    private static string Query(HttpRequest request) => request.QueryString.Value is { Length: > 1 } query ? $"?{UriText.Query(query[1..])}" : "";

    private static string At(HttpRequest request, long number) => With(request, PageParameter, number.ToString(CultureInfo.InvariantCulture));

    private static string With(HttpRequest request, string name, string? value)
    {
        var path = request.Path.ToUriComponent();
        var kept = Query(request).TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !string.Equals(Uri.UnescapeDataString(pair.Split('=')[0]), name, StringComparison.Ordinal));
        var query = string.Join('&', value is null ? kept : kept.Append($"{name}={value}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
