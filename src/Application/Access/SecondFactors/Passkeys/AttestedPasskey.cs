using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A verified attestation of a new passkey.</summary>
/// <param name="AccountId">The account that the registration was begun for.</param>
/// <param name="Credential">The credential record.</param>
public sealed record AttestedPasskey(AccountId AccountId, PasskeyCredential Credential);
