using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class SignInWithPasskeyHandler(
    IReadRepository<Membership> memberships,
    PasskeyAssertions passkeys,
    IAccountStore accounts,
    IMfaChallenges challenges,
    SessionCreator sessions,
    AttemptedAccounts attempted,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context) : IRequestHandler<SignInWithPasskey, SignInResponse>
{
    public async Task<SignInResponse> Handle(SignInWithPasskey command, CancellationToken cancellationToken)
    {
        var verified = await passkeys.VerifyAsync(command.Token, command.Credential, cancellationToken);
        await attempted.SetAsync(verified?.Passkey.AccountId ?? await passkeys.FindNamedAsync(command.Credential, cancellationToken), cancellationToken);
        if (verified is null)
        {
            throw AccessErrors.InvalidPasskey();
        }

        var asserted = verified.Passkey;
        var (candidates, proof) = await ProveAsync(command.MfaToken, verified.Challenged is not null, asserted, cancellationToken);
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
            if (pending?.AccountId != asserted.AccountId)
            {
                throw AccessErrors.InvalidPasskey(RefusalReasons.InvalidChallenge);
            }

            audit.Attempt = pending.Target;
            return ([new AccountMembership(pending.AccountId, pending.UserId, pending.OrganizationId)], pending.Proof with { IsMultiFactor = true });
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

                    return await passkeys.RecordUseAsync(asserted, cancellation)
                        ? await sessions.CreateAsync(asserted.AccountId, proof, mfaToken, cancellation)
                        : null;
                },
                cancellationToken);
        }
        catch (AuthenticationError error)
        {
            // The same error as for a wrong passkey: it must not reveal the state of the account.
            throw AccessErrors.InvalidPasskey(error.Refusal);
        }
    }

    private async Task<SignInResponse> RejectAsync(AssertedPasskey asserted, CancellationToken cancellationToken)
    {
        throw AccessErrors.InvalidPasskey(await passkeys.RecordRegressionAsync(asserted, cancellationToken) ? null : RefusalReasons.InvalidPasskey);
    }
}
