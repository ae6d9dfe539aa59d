using System.Globalization;
using CleanApi.Application.Common.Paging;

namespace CleanApi.WebApi.Common;

/// <summary>The links of a page: the request's path and query, with another cursor or page number.</summary>
internal static class PageLinks
{
    private const string Cursor = "cursor";
    private const string Page = "page";

    public static CursorLinks Of<T>(HttpRequest request, Page<T> page) => new(
        request.Path.Value + request.QueryString.Value,
        With(request, Cursor, null),
        page.NextCursor is null ? null : With(request, Cursor, page.NextCursor));

    public static NumberedLinks OfNumbered<T>(HttpRequest request, Page<T> page)
    {
        var number = page.Number!.Value;
        // An empty list has one empty page.
        var last = page.TotalPages is { } pages ? Math.Clamp(pages, 1, PageLimits.MaxPage) : (long?)null;
        return new NumberedLinks(
            request.Path.Value + request.QueryString.Value,
            At(request, 1),
            number > 1 ? At(request, number - 1) : null,
            page.HasMore && number < PageLimits.MaxPage ? At(request, number + 1) : null,
            last is { } at ? At(request, at) : null);
    }

    private static string At(HttpRequest request, long number) => With(request, Page, number.ToString(CultureInfo.InvariantCulture));

    private static string With(HttpRequest request, string name, string? value)
    {
        var kept = (request.QueryString.Value ?? "").TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !string.Equals(Uri.UnescapeDataString(pair.Split('=')[0]), name, StringComparison.OrdinalIgnoreCase));
        var query = string.Join('&', value is null ? kept : kept.Append($"{name}={value}"));
        return query.Length == 0 ? request.Path.Value! : $"{request.Path.Value}?{query}";
    }
}
