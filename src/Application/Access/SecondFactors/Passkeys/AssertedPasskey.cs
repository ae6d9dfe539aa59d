using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A passkey that has proved to be there.</summary>
/// <param name="AccountId">Whose account it signs in to.</param>
/// <param name="CredentialId">Which one.</param>
/// <param name="SignCount">Its counter now.</param>
/// <param name="IsBackedUp">Whether it has been copied to other devices.</param>
public sealed record AssertedPasskey(AccountId AccountId, byte[] CredentialId, long SignCount, bool IsBackedUp);
