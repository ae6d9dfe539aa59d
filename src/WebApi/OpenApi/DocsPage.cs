using CleanApi.Domain.Errors;
using CleanApi.WebApi.Pages;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace CleanApi.WebApi.OpenApi;

/// <summary>
/// The page that shows the document and sends requests. The page is one of ours, with our name and styles; Swagger UI is a library in it: one script and one
/// stylesheet, from this server. Nothing is inline.
/// </summary>
internal static class DocsPage
{
    private const string Address = "/docs";

    // Where Swagger UI's own page would be, and was: kept for bookmarks.
    private const string Index = "/docs/index.html";

    private static readonly string[] Library = [DocsView.Script, DocsView.Stylesheet];

    /// <summary>Maps <c>/docs</c> and the files of Swagger UI, for everybody.</summary>
    public static void MapDocsPage(this IEndpointRouteBuilder routes)
    {
        // The addresses of the files stay the same when the library changes, so a browser asks each time whether they have.
        var branch = routes.CreateApplicationBuilder().UseSwaggerUI(new SwaggerUIOptions { RoutePrefix = Address[1..], CacheLifetime = TimeSpan.Zero });
        branch.Run(_ => throw new NotFoundError("Page"));
        var library = branch.Build();
        var docs = routes.MapGroup("");
        docs.AllowAnonymous().ExcludeFromDescription();
        foreach (var file in Library)
        {
            docs.MapGet(file, library).DisableRateLimiting();
        }

        docs.MapGet(Address, () => new PageResult<DocsView, DocsModel>(new DocsModel(ApiDocument.Path)));
        docs.MapGet(Index, () => Results.Redirect(Address, permanent: true));
    }
}
