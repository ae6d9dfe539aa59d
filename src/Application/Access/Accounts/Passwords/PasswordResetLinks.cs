using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Reads the links that set a password.</summary>
[Service]
internal sealed class PasswordResetLinks(IReadRepository<Membership> memberships, IOneTimeTokens tokens, IUserDirectory users, ICallerContext context)
{
    /// <summary>
    /// Returns whose password a link sets, in the organization where the account would sign in: the first one that has not deactivated its user. The link can be used
    /// afterwards.
    /// </summary>
    /// <exception cref="Domain.Errors.ValidationError">The link is not valid any more.</exception>
    public async Task<AccountMembership> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(OneTimeTokenPurpose.ResetPassword, token, cancellationToken);
        List<AccountMembership> candidates = content?.AccountId is { } id ? await memberships.ListAsync(new AccountMembershipByAccountSpec(id), cancellationToken) : [];
        foreach (var one in candidates)
        {
            if (await context.RunAsAsync(new SystemCaller(one.OrganizationId, one.UserId), () => users.FindAsync(one.UserId, cancellationToken)) is { Status: not UserStatus.Deactivated })
            {
                return one;
            }
        }

        throw AccessErrors.InvalidLink();
    }
}
