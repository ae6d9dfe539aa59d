using Swashbuckle.AspNetCore.SwaggerUI;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The page that shows the document and sends requests: Swagger UI, all of it from this server and nothing inline, so that the usual policy of pages holds.</summary>
internal static class DocsPage
{
    private const string Prefix = "docs";

    /// <summary>
    /// Maps <c>/docs</c> and the page's files. An endpoint, not a middleware: the more exact addresses below <c>/docs</c> go before it, and authorization
    /// sees that everybody may read it.
    /// </summary>
    public static void MapDocsPage(this IEndpointRouteBuilder routes)
    {
        var page = routes.CreateApplicationBuilder().UseSwaggerUI(Configure).Build();
        routes.MapGet($"/{Prefix}/{{**file}}", page).AllowAnonymous().ExcludeFromDescription();
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
