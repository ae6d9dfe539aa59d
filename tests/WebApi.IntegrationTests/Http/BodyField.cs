using System.Text.Json.Nodes;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>A field of a body.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether it is required.</param>
/// <param name="IsText">Whether it takes a string.</param>
/// <param name="IdPrefix">The prefix of its ids; null when it is no id.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record BodyField(string Name, bool IsRequired, bool IsText, string? IdPrefix, JsonObject Schema);
