using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>The credentials of a user's account for MFA and step-up authentication.</summary>
internal sealed class VerificationDataByUserSpec : SingleResultSpecification<Account, VerificationData>
{
    public VerificationDataByUserSpec(UserId userId)
    {
        Query.AsNoTracking().Where(account => account.Memberships.Any(membership => membership.UserId == userId));
        Query.Select(account => new VerificationData(
            account.Id, account.PasswordHash, account.PasswordChangedAt, account.EncryptedTotpSecret, account.TotpConfirmedAt));
    }
}
