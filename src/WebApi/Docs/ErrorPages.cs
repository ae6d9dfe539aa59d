using System.Collections.Frozen;
using System.Text;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.Docs;

/// <summary>The pages that errors link to.</summary>
public static class ErrorPages
{
    /// <summary>Where the list of codes is.</summary>
    public const string Address = "/docs/errors";

    private const string Html = "text/html; charset=utf-8";
    private const string Css = "text/css; charset=utf-8";

    // Rendered once: the pages are the same for all users and do not change at run time.
    private static readonly Lazy<FrozenDictionary<string, byte[]>> Pages = new(() => ErrorCatalogue.Errors.Select(entry => entry.Code)
        .Union(ErrorCatalogue.Reasons.Select(entry => entry.Code), StringComparer.Ordinal)
        .Union(ErrorCatalogue.Fields.Select(entry => entry.Code), StringComparer.Ordinal)
        .ToFrozenDictionary(code => code, code => Encoding.UTF8.GetBytes(ErrorPageWriter.Page(code)), StringComparer.Ordinal));

    private static readonly Lazy<byte[]> Index = new(() => Encoding.UTF8.GetBytes(ErrorPageWriter.Index()));

    private static readonly Lazy<byte[]> Stylesheet = new(ReadStylesheet);

    /// <summary>Maps <c>/docs/errors</c>, <c>/docs/errors/{code}</c> and their stylesheet, for anonymous access. An unknown code is a 404.</summary>
    public static RouteGroupBuilder MapErrorPages(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/docs");
        group.MapGet("/errors", context => DocumentationResponse.SendAsync(context, Index.Value, Html));
        group.MapGet("/errors/{code}", context =>
            context.Request.RouteValues["code"] is string code && Pages.Value.TryGetValue(code, out var page)
                ? DocumentationResponse.SendAsync(context, page, Html)
                : throw new NotFoundError("Page"));
        group.MapGet("/docs.css", context => DocumentationResponse.SendAsync(context, Stylesheet.Value, Css)).DisableRateLimiting();
        group.AllowAnonymous().DisableRequestTimeout().ExcludeFromDescription();
        return group;
    }

    private static byte[] ReadStylesheet()
    {
        using var stream = typeof(ErrorPages).Assembly.GetManifestResourceStream("docs.css")
            ?? throw new InvalidOperationException("docs.css is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
