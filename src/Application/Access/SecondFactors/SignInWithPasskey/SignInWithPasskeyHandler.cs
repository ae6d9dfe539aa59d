using System.Data;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class SignInWithPasskeyHandler(
    IReadRepository<Membership> memberships,
    IPasskeyCeremonies ceremonies,
    IAccountStore accounts,
    IPasskeyStore passkeys,
    IOneTimeTokens tokens,
    ISecondFactorChallenges questions,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    ISender sender,
    TimeProvider clock) : IRequestHandler<SignInWithPasskey, SignInResponse>
{
    public async Task<SignInResponse> Handle(SignInWithPasskey request, CancellationToken cancellationToken)
    {
        // Used up first, in a statement of its own: nobody tries twice with one challenge, whatever comes of it.
        var challenge = await tokens.TakeAsync(OneTimeTokenPurpose.PasskeySignIn, request.Token, cancellationToken);
        if (challenge?.Payload is not { } state
            || await ceremonies.FinishSignInAsync(request.Credential.GetRawText(), state, cancellationToken) is not { } asserted
            || (challenge.AccountId is not null && challenge.AccountId != asserted.AccountId))
        {
            throw AccessErrors.InvalidPasskey();
        }

        var (caller, open) = await NextAsync(request.MfaToken, challenge.AccountId is not null, asserted, cancellationToken);
        context.Enter(caller);
        if (await OpenAsync(asserted, open, cancellationToken) is { } signedIn)
        {
            return signedIn;
        }

        // After the transaction, which has nothing to undo: what is reported stays although the sign-in is refused.
        await sender.Send(new ReportPasskeyCounter(asserted.CredentialId), cancellationToken);
        throw AccessErrors.InvalidPasskey();
    }

    // Null when the passkey is gone or its counter has not gone on.
    private async Task<SignInResponse?> OpenAsync(AssertedPasskey asserted, OpenSession open, CancellationToken cancellationToken)
    {
        try
        {
            return await unitOfWork.ExecuteAsync(
                async token =>
                {
                    // Held first, as by whoever removes the passkey: they wait for the session, or the sign-in waits and sees that the passkey is gone.
                    if (!await accounts.HoldAsync(open.AccountId, open.Proof, token))
                    {
                        throw AccessErrors.InvalidPasskey();
                    }

                    return await passkeys.UseAsync(asserted, clock.GetUtcNow(), token) ? await sender.Send(open, token) : null;
                },
                IsolationLevel.ReadCommitted,
                cancellationToken);
        }
        catch (AuthenticationError)
        {
            // A door that is locked looks like a key that does not fit.
            throw AccessErrors.InvalidPasskey();
        }
    }

    // A challenge that was asked for in answer to a question is good for that answer only, and no other is.
    private async Task<(Caller Caller, OpenSession Open)> NextAsync(
        string? mfaToken, bool isAnswer, AssertedPasskey asserted, CancellationToken cancellationToken)
    {
        if (isAnswer != mfaToken is not null)
        {
            throw AccessErrors.InvalidPasskey();
        }

        if (mfaToken is not null)
        {
            var pending = await questions.FindAsync(mfaToken, cancellationToken);
            return pending?.AccountId == asserted.AccountId ? (pending.Caller, pending.Complete(mfaToken)) : throw AccessErrors.InvalidPasskey();
        }

        // The least role, until Users has told the real one.
        return await memberships.FirstOrDefaultAsync(new MembershipOfAccount(asserted.AccountId), cancellationToken) is { } membership
            ? (new Caller(membership.UserId, membership.OrganizationId, UserRole.Viewer),
                new OpenSession(asserted.AccountId, new SignInProof(SignInMethod.Passkey, IsMultiFactor: true)))
            : throw AccessErrors.InvalidPasskey();
    }
}
