using System.Text.Json.Nodes;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Type">Its JSON type.</param>
/// <param name="IdPrefix">The prefix of its ids; null when it is no id.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record Parameter(string Name, string In, string? Type, string? IdPrefix, JsonObject Schema);
