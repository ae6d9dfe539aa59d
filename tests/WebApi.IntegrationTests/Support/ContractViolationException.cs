namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>A response violates the OpenAPI document.</summary>
public sealed class ContractViolationException(string message) : Exception(message);
