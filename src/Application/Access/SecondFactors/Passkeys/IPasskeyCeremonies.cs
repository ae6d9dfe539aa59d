using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>
/// The registration and authentication ceremonies of WebAuthn Level 3 (sections 7.1 and 7.2). Begin returns the options for the browser and a state, which
/// the caller stores on the server; Finish verifies the browser's response against that state.
/// </summary>
public interface IPasskeyCeremonies
{
    /// <summary>Begins the registration of a passkey; excludes authenticators that have one of the account.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="name">The account's email address, which the authenticator shows.</param>
    /// <param name="displayName">The user's name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictError">The service has no host name.</exception>
    Task<PasskeyCeremony> BeginRegistrationAsync(AccountId accountId, string name, string displayName, CancellationToken cancellationToken);

    /// <summary>Verifies a registration; null when it is invalid.</summary>
    /// <param name="credential">The browser's PublicKeyCredential as JSON.</param>
    /// <param name="state">From <see cref="PasskeyCeremony.State"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AttestedPasskey?> FinishRegistrationAsync(string credential, string state, CancellationToken cancellationToken);

    /// <summary>Begins a sign-in with a passkey of the account; with any passkey when the account is null.</summary>
    /// <exception cref="ConflictError">The service has no host name.</exception>
    Task<PasskeyCeremony> BeginSignInAsync(AccountId? accountId, CancellationToken cancellationToken);

    /// <summary>
    /// Verifies a sign-in, except for the signature counter, which <see cref="IPasskeyStore"/> compares atomically; null when it is invalid.
    /// </summary>
    /// <param name="credential">The browser's PublicKeyCredential as JSON.</param>
    /// <param name="state">From <see cref="PasskeyCeremony.State"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AssertedPasskey?> FinishSignInAsync(string credential, string state, CancellationToken cancellationToken);
}
