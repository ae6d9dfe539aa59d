using CleanApi.Domain.Errors;
using CleanApi.WebApi.Health;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Describes the health endpoints, which the framework maps without a description.</summary>
internal sealed class HealthDescriptions : IApiDescriptionProvider
{
    private const string Tag = "Health";

    /// <summary>After the framework's own.</summary>
    public int Order => 0;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        context.Results.Add(Describe(
            "live", "getLiveness", "Tells whether the process runs", "For the supervisor of the process: restart it when this does not respond. Sends nothing to the database."));
        context.Results.Add(Describe(
            "ready", "getReadiness", "Tells whether requests can be served", "For the load balancer: 503 while the database is out of reach, and once the process has begun to stop.",
            new ProducesErrorAttribute(ErrorCodes.ServiceUnavailable)));
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static ApiDescription Describe(string name, string operationId, string summary, string description, params object[] metadata) => new()
    {
        HttpMethod = HttpMethods.Get,
        RelativePath = $"health/{name}",
        ActionDescriptor = new ActionDescriptor
        {
            DisplayName = operationId,
            EndpointMetadata =
            [
                new AllowAnonymousAttribute(), new DisableRateLimitingAttribute(), new EndpointNameMetadata(operationId), new EndpointSummaryAttribute(summary), new EndpointDescriptionAttribute(description),
                new TagsAttribute(Tag), .. metadata,
            ],
        },
        SupportedResponseTypes =
        {
            new ApiResponseType
            {
                StatusCode = StatusCodes.Status200OK,
                Type = typeof(HealthResponse),
                ApiResponseFormats = [new ApiResponseFormat { MediaType = "application/json" }],
            },
        },
    };
}
