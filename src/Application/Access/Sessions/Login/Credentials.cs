using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What a password is verified against, and whom it lets in.</summary>
internal sealed record Credentials(AccountId AccountId, UserId UserId, OrganizationId OrganizationId, string? PasswordHash, DateTimeOffset? PasswordChangedAt)
{
    /// <summary>Of nobody: the ids are those of no account, no user and no organization.</summary>
    public static readonly Credentials None = new(default, default, default, null, null);

    public override string ToString() => nameof(Credentials);
}
