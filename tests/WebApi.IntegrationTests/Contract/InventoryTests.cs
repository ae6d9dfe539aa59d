using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>OWASP API9, improper inventory management: nothing is served that is not in the document, and the document promises nothing that is not served.</summary>
public sealed class InventoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    // Pages, the document itself, and what is no HTTP after its handshake.
    private static readonly string[] Excluded = ["/docs", "/openapi/", "/auth/", "/api/auth/refresh/page", "/hubs/"];

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task The_document_has_the_routes_that_are_mapped_and_no_others()
    {
        var mapped = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription != true)
            .SelectMany(endpoint => Methods(endpoint).Where(method => method != "HEAD").Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"));
        var contract = await ContractDocument.OfAsync(api.Services);
        contract.Operations.Select(operation => $"{operation.Method} {operation.Path}").Should().BeEquivalentTo(mapped);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public void Only_pages_are_left_out_of_the_document()
    {
        var hidden = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true)
            .Select(endpoint => endpoint.RoutePattern.RawText!);
        hidden.Should().NotBeEmpty().And.OnlyContain(route => route == "/" || Excluded.Any(prefix => route.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
}
