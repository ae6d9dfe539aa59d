using CleanApi.Domain.Errors;
using CleanApi.WebApi.Requests;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The page that shows the document and sends requests: Swagger UI, all of it from this server, and nothing inline but one style.</summary>
internal static class DocsPage
{
    /// <summary>The style that Swagger UI 5 puts into the page for its logo, as a hash (Content Security Policy Level 3, section 2.3.1).</summary>
    public const string LogoStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    private const string Prefix = "docs";

    private static readonly string Policy = PagePolicy.Default.Replace("style-src 'self'", $"style-src 'self' {LogoStyle}", StringComparison.Ordinal);

    /// <summary>
    /// Maps <c>/docs</c> and the page's files. An endpoint, not a middleware: the more exact addresses below <c>/docs</c> go before it, and authorization
    /// sees that everybody may read it.
    /// </summary>
    public static void MapDocsPage(this IEndpointRouteBuilder routes)
    {
        var branch = routes.CreateApplicationBuilder().UseSwaggerUI(Configure);
        branch.Run(_ => throw new NotFoundError("Page"));
        var page = branch.Build();
        routes.MapMethods($"/{Prefix}/{{**file}}", [HttpMethods.Get, HttpMethods.Head], context =>
            {
                // On a 304 too: its headers replace those of the page that the browser has kept (RFC 9111, section 3.2).
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return page(context);
            })
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static void Configure(SwaggerUIOptions options)
    {
        options.RoutePrefix = Prefix;
        options.DocumentTitle = "CleanApi";
        options.SwaggerEndpoint(ApiDocument.Path, "CleanApi " + ApiDocument.Name);
        options.EnableDeepLinking();
        options.EnablePersistAuthorization();
        options.DisplayRequestDuration();
        options.DocExpansion(DocExpansion.List);
        options.DefaultModelsExpandDepth(0);
        options.EnableFilter();
    }
}
