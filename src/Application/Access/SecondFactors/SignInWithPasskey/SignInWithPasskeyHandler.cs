using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class SignInWithPasskeyHandler(
    IReadRepository<Membership> memberships,
    IRepository<Passkey> tracked,
    IPasskeyCeremonies ceremonies,
    IAccountStore accounts,
    IPasskeyStore passkeys,
    IOneTimeTokens tokens,
    IMfaChallenges challenges,
    SessionCreator sessions,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<SignInWithPasskey, SignInResponse>
{
    private const string CounterAction = "passkey.counter_regressed";

    public async Task<SignInResponse> Handle(SignInWithPasskey command, CancellationToken cancellationToken)
    {
        // Consumed first, in its own transaction: a challenge allows one attempt, even if it fails.
        var challenge = await tokens.ConsumeAsync(OneTimeTokenPurpose.PasskeySignIn, command.Token, cancellationToken);
        if (challenge?.Payload is not { } state
            || await ceremonies.FinishSignInAsync(command.Credential.GetRawText(), state, cancellationToken) is not { } asserted
            || (challenge.AccountId is not null && challenge.AccountId != asserted.AccountId))
        {
            throw AccessErrors.InvalidPasskey();
        }

        var (candidates, proof) = await ProveAsync(command.MfaToken, challenge.AccountId is not null, asserted, cancellationToken);
        return await SignInOrder.FirstAsync(candidates, membership => context.RunAsAsync(
            new SystemCaller(membership.OrganizationId, membership.UserId), () => SignInAsync(asserted, proof, command.MfaToken, cancellationToken)))
            ?? await context.RunAsAsync(
                new SystemCaller(candidates[0].OrganizationId, candidates[0].UserId), () => RejectAsync(asserted, cancellationToken));
    }

    // A passkey challenge for an MFA challenge is valid only with it, and any other one is invalid with it.
    private async Task<(IReadOnlyList<AccountMembership> Candidates, SignInProof Proof)> ProveAsync(
        string? mfaToken, bool isForMfa, AssertedPasskey asserted, CancellationToken cancellationToken)
    {
        if (isForMfa != mfaToken is not null)
        {
            throw AccessErrors.InvalidPasskey();
        }

        if (mfaToken is not null)
        {
            var pending = await challenges.FindAsync(mfaToken, cancellationToken);
            return pending?.AccountId == asserted.AccountId
                ? ([new AccountMembership(pending.AccountId, pending.UserId, pending.OrganizationId)], pending.Proof with { IsMultiFactor = true })
                : throw AccessErrors.InvalidPasskey();
        }

        var candidates = await memberships.ListAsync(new AccountMembershipByAccountSpec(asserted.AccountId), cancellationToken);
        return candidates.Count > 0 ? (candidates, new SignInProof(SignInMethod.Passkey, IsMultiFactor: true)) : throw AccessErrors.InvalidPasskey();
    }

    // Null when the passkey was removed or its counter has not increased.
    private async Task<SignInResponse?> SignInAsync(AssertedPasskey asserted, SignInProof proof, string? mfaToken, CancellationToken cancellationToken)
    {
        try
        {
            return await unitOfWork.ExecuteAsync(
                async cancellation =>
                {
                    // The same lock as the removal of a passkey: the removal waits for the session, or the sign-in waits and sees the removal.
                    if (!await accounts.LockForUpdateAsync(asserted.AccountId, proof, cancellation))
                    {
                        throw AccessErrors.InvalidPasskey();
                    }

                    return await passkeys.RecordUseAsync(asserted, clock.GetUtcNow(), cancellation)
                        ? await sessions.CreateAsync(asserted.AccountId, proof, mfaToken, cancellation)
                        : null;
                },
                cancellationToken);
        }
        catch (AuthenticationError)
        {
            // The same error as for a wrong passkey: it must not reveal the state of the account.
            throw AccessErrors.InvalidPasskey();
        }
    }

    // In its own unit of work, because the sign-in stores nothing: records a possibly cloned authenticator (WebAuthn Level 3, section 6.1.1), then rejects.
    private async Task<SignInResponse> RejectAsync(AssertedPasskey asserted, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                if (await tracked.SingleOrDefaultAsync(new PasskeyByCredentialSpec(asserted.CredentialId), cancellation) is not { } passkey)
                {
                    return false;
                }

                passkey.RecordCounterRegression(clock.GetUtcNow());
                audit.RecordFailure(CounterAction, passkey);
                return true;
            },
            cancellationToken);
        throw AccessErrors.InvalidPasskey();
    }
}
