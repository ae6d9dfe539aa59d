using Ardalis.Specification;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>One passkey of a user's own account, tracked.</summary>
internal sealed class TrackedPasskeyByIdSpec : SingleResultSpecification<Passkey>
{
    public TrackedPasskeyByIdSpec(PasskeyId id, UserId userId) =>
        Query.Where(passkey => passkey.Id == id && passkey.Account.Memberships.Any(membership => membership.UserId == userId));
}
