using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The password of an account, with one user whom it signs in.</summary>
internal sealed record Credentials(
    AccountId AccountId,
    UserId UserId,
    OrganizationId OrganizationId,
    OrganizationId? LocalOrganizationId,
    string? PasswordHash,
    DateTimeOffset? PasswordChangedAt)
{
    /// <summary>No credentials: default ids, which match no row.</summary>
    public static readonly Credentials None = new(default, default, default, null, null, null);

    /// <summary>
    /// Of those with an email address, in order of preference, the ones that a sign-in can be with: of the organization that it names; without one, of the
    /// account of whoever has proved the address, else of the only account.
    /// </summary>
    public static IReadOnlyList<Credentials> Of(IReadOnlyList<Credentials> found, OrganizationId? organizationId)
    {
        if (organizationId is not null)
        {
            return [.. found.Where(one => one.OrganizationId == organizationId)];
        }

        var proved = found.Where(one => one.LocalOrganizationId is null).ToList();
        return proved.Count > 0 || found.Count == 1 ? (proved.Count > 0 ? proved : found) : [];
    }

    /// <summary>Those of the one account whose password a link to the address resets: that of whoever has proved it, else the first local one.</summary>
    public static IReadOnlyList<Credentials> ToReset(IReadOnlyList<Credentials> found)
    {
        var proved = found.Where(one => one.LocalOrganizationId is null).ToList();
        return proved.Count > 0 ? proved : [.. found.Take(1)];
    }

    /// <summary>Without the hash, which must not reach a log.</summary>
    public override string ToString() => nameof(Credentials);
}
