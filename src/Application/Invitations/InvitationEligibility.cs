using CleanApi.Application.Access;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Decides whether an address can be invited to the caller's organization.</summary>
[Service]
internal sealed class InvitationEligibility(IUserDirectory users, IAccountService accounts)
{
    /// <summary>Returns the user with the address who is not in yet; null when there is none.</summary>
    /// <exception cref="DuplicateValueError">The user is in, or was deactivated.</exception>
    public async Task<InvitableUser?> RequireAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(email, cancellationToken);
        return user is { Status: UserStatus.Deactivated }
            || (user is not null && await accounts.FindByUserAsync(user.Id, cancellationToken) is { IsLocal: false })
                ? throw InvitationErrors.EmailTaken()
                : user;
    }
}
