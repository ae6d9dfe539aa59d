namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="IdPrefix">The prefix of the ids that it takes; null when it takes none.</param>
internal sealed record Parameter(string Name, string In, string? Type, string? IdPrefix);
