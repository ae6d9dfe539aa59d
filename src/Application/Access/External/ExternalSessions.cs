using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Signs in with a linked identity, just authenticated.</summary>
[Service]
internal sealed class ExternalSessions(
    IReadRepository<Membership> memberships,
    IExternalIdentityStore identities,
    SessionCreator sessions,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>Signs in to the first organization of the account that lets its user in.</summary>
    /// <exception cref="AuthenticationError">The account has ended, its users may sign in to none, or the identity is no longer linked.</exception>
    public async Task<SignInResponse> SignInAsync(LinkedIdentity identity, CancellationToken cancellationToken)
    {
        var candidates = await memberships.ListAsync(new AccountMembershipByAccountSpec(identity.AccountId), cancellationToken);
        return candidates.Count == 0
            ? throw AccessErrors.InvalidCredentials()
            : await SignInOrder.FirstAsync(candidates, membership => context.RunAsAsync(
                new SystemCaller(membership.OrganizationId, membership.UserId),
                () => unitOfWork.ExecuteAsync(cancellation => CreateAsync(identity, cancellation), cancellationToken)));
    }

    private async Task<SignInResponse> CreateAsync(LinkedIdentity identity, CancellationToken cancellationToken) =>
        await identities.TouchAsync(identity.Id, clock.GetUtcNow(), cancellationToken)
            ? await sessions.CreateAsync(identity.AccountId, new SignInProof(SignInMethod.External), challengeToken: null, cancellationToken)
            : throw AccessErrors.InvalidCredentials();
}
