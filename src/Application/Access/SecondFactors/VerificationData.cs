using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The credentials of an account for MFA and step-up authentication.</summary>
internal sealed record VerificationData(AccountId AccountId, EmailAddress Email, string? PasswordHash, byte[]? EncryptedTotpSecret, DateTimeOffset? TotpConfirmedAt)
{
    public override string ToString() => nameof(VerificationData);
}
