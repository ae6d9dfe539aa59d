using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An identity at another provider.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Always <c>externalIdentity</c>.</param>
/// <param name="Attributes">What is told of it.</param>
public sealed record ExternalIdentityResource(ExternalIdentityId Id, string Type, ExternalIdentityAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "externalIdentity";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
