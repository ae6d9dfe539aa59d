namespace CleanApi.Domain.Access;

/// <summary>What an authenticator has told of a passkey that it made (WebAuthn Level 3, section 4, "credential record").</summary>
/// <param name="CredentialId">How the authenticator calls it, 1 to 1,023 bytes.</param>
/// <param name="PublicKey">The public key as COSE_Key (RFC 9052, section 7).</param>
/// <param name="SignCount">How many signatures it has made; 0 for authenticators that do not count.</param>
/// <param name="Transports">How the authenticator is reached, comma-separated: <c>internal,hybrid</c>.</param>
/// <param name="IsUserVerified">Whether the authenticator has verified the person.</param>
/// <param name="IsBackupEligible">Whether it may be copied to other devices of the person.</param>
/// <param name="IsBackedUp">Whether it has been.</param>
public sealed record PasskeyCredential(
    byte[] CredentialId,
    byte[] PublicKey,
    long SignCount,
    string Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp);
