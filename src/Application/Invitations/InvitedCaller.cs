using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Invitations;

/// <summary>The account of the signed-in person who is invited.</summary>
[Service]
internal sealed class InvitedCaller(IAccountService accounts, IUserDirectory users, ICallerContext context)
{
    /// <summary>Returns the account and the name of the caller. Runs as the caller: the first statement verifies that the session has not ended.</summary>
    /// <exception cref="AuthenticationError">The session or the account has ended.</exception>
    /// <exception cref="AuthorizationError">
    /// The caller is no person with a session, has yet to set up a second factor, or nobody has proved the account's address.
    /// </exception>
    public async Task<(AccountSummary Account, string Name)> RequireAsync(CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        if (caller.MfaEnrollmentRequired)
        {
            // A link is accepted without a session too, so the rule on the type lets it pass.
            throw new AuthorizationError(ReasonCodes.MfaRequired, MfaEnrollmentRule.Denied);
        }

        var userId = caller.UserId;
        var account = await accounts.FindByUserAsync(userId, cancellationToken) ?? throw new AuthenticationError();
        if (account.IsLocal)
        {
            throw AccessErrors.LocalAccount();
        }

        var user = await users.FindAsync(userId, cancellationToken) ?? throw new AuthenticationError();
        return (account, user.Name);
    }
}
