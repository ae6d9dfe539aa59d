using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The password of an account, with the user whom it signs in.</summary>
internal sealed record Credentials(AccountId AccountId, UserId UserId, OrganizationId OrganizationId, string? PasswordHash, DateTimeOffset? PasswordChangedAt)
{
    /// <summary>No credentials: default ids, which match no row.</summary>
    public static readonly Credentials None = new(default, default, default, null, null);

    public override string ToString() => nameof(Credentials);
}
