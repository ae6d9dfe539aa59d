using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Users;

/// <summary>A user.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Type">Always <c>user</c>.</param>
/// <param name="Attributes">What is told of them.</param>
/// <param name="Relationships">What they belong to.</param>
public sealed record UserResource(UserId Id, string Type, UserAttributes Attributes, UserRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "user";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
