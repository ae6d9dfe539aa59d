namespace CleanApi.Domain.Access;

/// <summary>A new passkey as the authenticator attested it (WebAuthn Level 3, section 4, "credential record").</summary>
/// <param name="CredentialId">1 to 1,023 bytes.</param>
/// <param name="PublicKey">The public key as COSE_Key (RFC 9052, section 7).</param>
/// <param name="SignCount">The signature counter; 0 for authenticators without one.</param>
/// <param name="Transports">The authenticator's transports, comma-separated: <c>internal,hybrid</c>.</param>
/// <param name="IsUserVerified">Whether the authenticator verified the user.</param>
/// <param name="IsBackupEligible">Whether it can be synced to other devices.</param>
/// <param name="IsBackedUp">Whether it is synced.</param>
public sealed record PasskeyCredential(
    byte[] CredentialId,
    byte[] PublicKey,
    long SignCount,
    string Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp);
