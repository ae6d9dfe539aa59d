using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LookupMfaChallengeHandler(IMfaChallenges challenges, IReadRepository<Account> accounts)
    : IRequestHandler<LookupMfaChallenge, MfaChallengePreviewResponse>
{
    public async Task<MfaChallengePreviewResponse> Handle(LookupMfaChallenge query, CancellationToken cancellationToken) =>
        await challenges.FindAsync(query.MfaToken, cancellationToken) is { } pending
        && await accounts.SingleOrDefaultAsync(new AccountSummaryByUserSpec(pending.UserId), cancellationToken) is { } account
        && account.Id == pending.AccountId
            ? new MfaChallengePreviewResponse(account.Email, pending.AttemptsLeft)
            : throw AccessErrors.InvalidCode();
}
