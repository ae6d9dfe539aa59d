using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What somebody can prove again with who they are.</summary>
internal sealed record VerificationData(AccountId AccountId, EmailAddress Email, string? PasswordHash, byte[]? EncryptedTotpSecret, DateTimeOffset? TotpConfirmedAt)
{
    public override string ToString() => nameof(VerificationData);
}
