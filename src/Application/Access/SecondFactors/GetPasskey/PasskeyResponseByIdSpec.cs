using Ardalis.Specification;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One passkey of a user's own account, as a response.</summary>
internal sealed class PasskeyResponseByIdSpec : SingleResultSpecification<Passkey, PasskeyResponse>
{
    public PasskeyResponseByIdSpec(PasskeyId id, UserId userId)
    {
        Query.AsNoTracking().Where(passkey => passkey.Id == id && passkey.Account.Memberships.Any(membership => membership.UserId == userId));
        Query.Select(Projection<Passkey, PasskeyResponse>.Expression);
    }
}
