using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One page of the passkeys of a user's account.</summary>
internal sealed class ListPasskeysSpec : PageSpecification<Passkey, PasskeyResponse>
{
    public ListPasskeysSpec(ListPasskeys query, UserId userId)
        : base(query)
    {
        Match(passkey => passkey.Account.Memberships.Any(membership => membership.UserId == userId));
    }
}
