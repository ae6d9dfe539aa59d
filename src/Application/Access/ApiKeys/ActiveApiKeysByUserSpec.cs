using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The active keys of a user, tracked.</summary>
internal sealed class ActiveApiKeysByUserSpec : Specification<ApiKey>
{
    public ActiveApiKeysByUserSpec(UserId userId, DateTimeOffset now) =>
        Query.Where(key => key.UserId == userId && key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now));
}
