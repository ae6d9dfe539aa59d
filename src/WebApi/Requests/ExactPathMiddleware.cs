using Microsoft.AspNetCore.Routing.Patterns;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Matches paths as they are written: ASP.NET Core ignores case and a slash at the end, with which two addresses would name one resource (RFC 3986, section 6.2.2.1).
/// </summary>
internal sealed class ExactPathMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern: var pattern } && !IsExact(context.Request.Path.Value, pattern))
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }

    private static bool IsExact(ReadOnlySpan<char> path, RoutePattern pattern)
    {
        foreach (var segment in pattern.PathSegments)
        {
            path = path is ['/', ..] ? path[1..] : path;
            var end = path.IndexOf('/');
            var written = end < 0 ? path : path[..end];
            if (segment.Parts is [RoutePatternLiteralPart literal])
            {
                if (!written.SequenceEqual(literal.Content))
                {
                    return false;
                }
            }
            else if (segment.Parts is [RoutePatternParameterPart { IsCatchAll: true }])
            {
                return true;
            }

            path = path[written.Length..];
        }

        return path.Length == 0 || pattern.PathSegments.Count == 0;
    }
}
