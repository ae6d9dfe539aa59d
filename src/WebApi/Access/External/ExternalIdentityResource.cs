using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>An identity at another provider.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Always <c>externalIdentity</c>.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record ExternalIdentityResource(ExternalIdentityId Id, string Type, ExternalIdentityAttributes Attributes) : IResource<ExternalIdentityResource, ExternalIdentityResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "externalIdentity";

    /// <inheritdoc />
    public static ExternalIdentityResource Of(ExternalIdentityResponse identity) => new(
        identity.Id,
        TypeName,
        new ExternalIdentityAttributes(
            identity.Provider,
            identity.Email?.Value,
            identity.LastUsedAt,
            identity.CreatedAt));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of an identity.</summary>
/// <param name="Provider">The provider's name, as <c>google</c>.</param>
/// <param name="Email">The address there when it was linked; null when the provider sent none.</param>
/// <param name="LastUsedAt">When you last signed in with it, UTC; null while you have not.</param>
/// <param name="CreatedAt">When it was linked, UTC.</param>
public sealed record ExternalIdentityAttributes(
    [property: Example("google")] string Provider,
    [property: EmailAddress, MaxLength(Domain.Users.EmailAddress.MaxLength), Example("ada@acme.test")] string? Email,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset CreatedAt);
