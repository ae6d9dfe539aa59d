using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The passkeys of an account.</summary>
internal sealed class PasskeysOfAccount : Specification<Passkey>
{
    public PasskeysOfAccount(AccountId accountId) => Query.Where(passkey => passkey.AccountId == accountId);
}
