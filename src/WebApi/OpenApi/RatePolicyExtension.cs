using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CleanApi.WebApi.OpenApi;

/// <summary>Tells the rate limit policy of an operation.</summary>
internal static class RatePolicyExtension
{
    private const string Name = "x-ratelimit-policy";

    /// <summary>Adds it; an operation without a policy is not limited.</summary>
    public static void Tell(OpenApiOperation operation, string? policy)
    {
        if (policy is not null)
        {
            operation.AddExtension(Name, new JsonNodeExtension(JsonValue.Create(policy)));
        }
    }
}
