using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Requests;

/// <summary>Distinguishes browser navigations from other clients by Accept (RFC 9110, section 12.5.1).</summary>
internal static class HtmlPreference
{
    private const string Html = "text/html";

    /// <summary>Whether text/html is named explicitly, with a higher weight than JSON if both are named.</summary>
    public static bool IsPreferred(StringValues accept)
    {
        // Fast path without parsing: nearly every client accepts application/json or */*.
        if (!accept.ToString().Contains(Html, StringComparison.OrdinalIgnoreCase) || !MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return false;
        }

        var (html, json) = (0d, 0d);
        foreach (var range in ranges)
        {
            if (range.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase))
            {
                html = Math.Max(html, range.Quality ?? 1);
            }
            else if (range.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            {
                json = Math.Max(json, range.Quality ?? 1);
            }
        }

        return html > json;
    }
}
