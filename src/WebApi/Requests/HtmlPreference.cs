using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Requests;

/// <summary>Tells a person's browser from a program by Accept (RFC 9110, section 12.5.1).</summary>
internal static class HtmlPreference
{
    private const string Html = "text/html";

    /// <summary>Whether text/html is named, and weighs more than JSON where that is named too. A program that takes anything does not name it.</summary>
    public static bool Asks(StringValues accept)
    {
        // Nearly every client asks for application/json or anything at all: no parsing then.
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
