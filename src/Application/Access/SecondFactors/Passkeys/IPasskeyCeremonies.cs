using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>
/// The two ceremonies of WebAuthn Level 3 (sections 7.1 and 7.2). Each has a beginning, which tells the browser what to ask of the authenticator, and an end,
/// which verifies what it brings. What is known at the beginning and needed at the end is kept by the caller, where no client can change it.
/// </summary>
public interface IPasskeyCeremonies
{
    /// <summary>Begins to register a passkey; authenticators that hold one of the account are left out.</summary>
    /// <param name="accountId">Whose account.</param>
    /// <param name="name">What the authenticator shows: the account's address.</param>
    /// <param name="displayName">The person's name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">The service has no host name.</exception>
    Task<PasskeyCeremony> BeginRegistrationAsync(AccountId accountId, string name, string displayName, CancellationToken cancellationToken);

    /// <summary>Verifies a registration: for whom it was begun, and the passkey; null when it is not as asked.</summary>
    /// <param name="credential">The browser's PublicKeyCredential as JSON.</param>
    /// <param name="state">From the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AttestedPasskey?> FinishRegistrationAsync(string credential, string state, CancellationToken cancellationToken);

    /// <summary>Begins a sign-in: with a passkey of the account, or of anybody when there is none.</summary>
    /// <exception cref="ConflictError">The service has no host name.</exception>
    Task<PasskeyCeremony> BeginSignInAsync(AccountId? accountId, CancellationToken cancellationToken);

    /// <summary>
    /// Verifies a sign-in: everything but whether the counter has gone on, which is compared where it is stored; null when it is not as asked.
    /// </summary>
    /// <param name="credential">The browser's PublicKeyCredential as JSON.</param>
    /// <param name="state">From the beginning.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AssertedPasskey?> FinishSignInAsync(string credential, string state, CancellationToken cancellationToken);
}
