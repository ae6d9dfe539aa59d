using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A linked external identity.</summary>
public sealed record ExternalIdentityResponse(
    ExternalIdentityId Id, string Provider, EmailAddress? Email, DateTimeOffset? LastUsedAt, DateTimeOffset CreatedAt, long Version) : IVersioned;
