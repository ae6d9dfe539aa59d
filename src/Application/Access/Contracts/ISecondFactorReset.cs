using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Removes second factors that somebody has lost, for the module that manages users. Joins the caller's transaction.</summary>
public interface ISecondFactorReset
{
    /// <summary>
    /// Removes the authenticator app, the passkeys and the recovery codes of a user's account, ends its sessions and pending sign-ins, and mails the person. Nothing
    /// is removed of a user without an account.
    /// </summary>
    /// <exception cref="ConflictError">The account is in another organization too.</exception>
    Task ResetAsync(UserId userId, CancellationToken cancellationToken);
}
