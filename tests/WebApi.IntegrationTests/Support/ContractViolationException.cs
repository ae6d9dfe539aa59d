namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>The server did what the OpenAPI document does not say.</summary>
public sealed class ContractViolationException(string message) : Exception(message);
