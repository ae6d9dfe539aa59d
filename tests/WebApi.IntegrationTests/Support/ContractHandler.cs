namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Holds every answer against the OpenAPI document.</summary>
internal sealed class ContractHandler(ApiFixture api) : DelegatingHandler
{
    /// <summary>The API whose document it is.</summary>
    public ApiFixture Api { get; } = api;
}
