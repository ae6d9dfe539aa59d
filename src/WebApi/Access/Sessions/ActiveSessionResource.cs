using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A place where somebody is signed in; no token is told of it.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Type">Always <c>session</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record ActiveSessionResource(SessionId Id, string Type, ActiveSessionAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = SessionResource.TypeName;

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
