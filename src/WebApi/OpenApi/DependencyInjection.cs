using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Registers and maps the contract: the OpenAPI document and the page that shows it.</summary>
public static class DependencyInjection
{
    /// <summary>Adds what writes the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = SchemaNames.Of;
            options.AddSchemaTransformer<SchemaContract>();
            options.AddOperationTransformer<OperationContract>();
            options.AddDocumentTransformer<DocumentContract>();
        });
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, HealthDescriptions>());
        services.AddSingleton<FieldSchemas>();
        services.AddSingleton<PathAndQuery>();
        services.AddSingleton<ApiDocument>();
        return services;
    }

    /// <summary>Maps <c>/openapi/v1.json</c> and <c>/docs</c>, for everybody.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiDocument.Path, context => context.RequestServices.GetRequiredService<ApiDocument>().SendAsync(context))
            .AllowAnonymous()
            .DisableRequestTimeout()
            .ExcludeFromDescription();
        routes.MapDocsPage();
    }
}
