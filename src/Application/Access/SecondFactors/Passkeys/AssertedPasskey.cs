using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A verified assertion of a passkey.</summary>
/// <param name="AccountId">The account that it signs in to.</param>
/// <param name="CredentialId">The credential id.</param>
/// <param name="SignCount">The signature counter.</param>
/// <param name="IsBackedUp">Whether the passkey is synced.</param>
public sealed record AssertedPasskey(AccountId AccountId, byte[] CredentialId, long SignCount, bool IsBackedUp);
