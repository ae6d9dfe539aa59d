using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Common.Requests;

namespace CleanApi.WebApi.Access;

/// <summary>What is told of an identity.</summary>
/// <param name="Provider">The provider's name, as <c>google</c>.</param>
/// <param name="Email">The address there when it was linked; null when the provider told none.</param>
/// <param name="LastUsedAt">When you last signed in with it, UTC; null while you have not.</param>
/// <param name="CreatedAt">When it was linked, UTC.</param>
public sealed record ExternalIdentityAttributes(
    [property: Example("google")] string Provider,
    [property: EmailAddress, MaxLength(Domain.Users.EmailAddress.MaxLength), Example("ada@acme.test")] string? Email,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset CreatedAt);
