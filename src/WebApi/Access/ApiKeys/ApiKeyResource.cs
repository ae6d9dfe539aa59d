using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An API key.</summary>
/// <param name="Id">The key's id, which is no secret.</param>
/// <param name="Type">Always <c>api_key</c>.</param>
/// <param name="Attributes">What is told of it.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record ApiKeyResource(ApiKeyId Id, string Type, ApiKeyAttributes Attributes, ApiKeyRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "api_key";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
