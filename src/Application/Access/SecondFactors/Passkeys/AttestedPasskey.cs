using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A passkey that an authenticator has made.</summary>
/// <param name="AccountId">For whose account it was asked.</param>
/// <param name="Credential">What the authenticator tells of it.</param>
public sealed record AttestedPasskey(AccountId AccountId, PasskeyCredential Credential);
