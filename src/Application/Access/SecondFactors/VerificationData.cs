using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The credentials of an account for MFA and step-up authentication.</summary>
internal sealed record VerificationData(
    AccountId AccountId, string? PasswordHash, DateTimeOffset? PasswordChangedAt, byte[]? EncryptedTotpSecret, DateTimeOffset? TotpConfirmedAt)
{
    public override string ToString() => nameof(VerificationData);
}
