using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Lets a code or a password of a known account be looked at, so often as may be; failures are audited.</summary>
internal sealed class CountedVerification(IVerificationAttempts attempts, ISender sender)
{
    /// <summary>Counts, then verifies.</summary>
    public async Task<VerificationResult> RunAsync(AccountId accountId, Func<Task<bool>> isRight, CancellationToken cancellationToken)
    {
        if (await attempts.CountAsync(accountId, cancellationToken) is { } wait)
        {
            return new VerificationResult(IsRight: false, wait);
        }

        if (await isRight())
        {
            await attempts.ResetAsync(accountId, cancellationToken);
            return new VerificationResult(IsRight: true);
        }

        await sender.Send(new RecordFailedVerification(accountId), cancellationToken);
        return new VerificationResult(IsRight: false);
    }
}
