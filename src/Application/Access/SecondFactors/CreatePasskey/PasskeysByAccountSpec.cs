using Ardalis.Specification;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The passkeys of an account.</summary>
internal sealed class PasskeysByAccountSpec : Specification<Passkey>
{
    public PasskeysByAccountSpec(AccountId accountId) => Query.Where(passkey => passkey.AccountId == accountId);
}
