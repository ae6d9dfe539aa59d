using System.Buffers.Text;
using System.Text.Json;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Verifies what an authenticator has signed, at a sign-in and inside a session.</summary>
[Service]
internal sealed class PasskeyAssertions(
    IOneTimeTokens tokens,
    IPasskeyCeremonies ceremonies,
    IPasskeyStore passkeys,
    IRepository<Passkey> tracked,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    TimeProvider clock)
{
    private const string CounterAction = "passkey.counter_regressed";

    /// <summary>
    /// Verifies an assertion; null when it is not valid. The challenge is consumed in either case, in its own transaction: it allows one attempt.
    /// </summary>
    public async Task<VerifiedAssertion?> VerifyAsync(string? token, JsonElement credential, CancellationToken cancellationToken) =>
        await tokens.ConsumeAsync(OneTimeTokenPurpose.PasskeySignIn, token, cancellationToken) is { Payload: { } state } challenge
            && await ceremonies.FinishSignInAsync(credential.GetRawText(), state, cancellationToken) is { } asserted
            && (challenge.AccountId is null || challenge.AccountId == asserted.AccountId)
                ? new VerifiedAssertion(asserted, challenge.AccountId)
                : null;

    /// <summary>Returns the account of the passkey that an assertion names, valid or not; null when it names none.</summary>
    public async Task<AccountId?> FindNamedAsync(JsonElement credential, CancellationToken cancellationToken) =>
        credential.TryGetProperty("id", out var member) && member.GetString() is { } id && Base64Url.IsValid(id)
            ? (await tracked.SingleOrDefaultAsync(new PasskeyByCredentialSpec(Base64Url.DecodeFromChars(id)), cancellationToken))?.AccountId
            : null;

    /// <summary>Records the use, in the open transaction; false when the passkey was removed or its counter has not increased.</summary>
    public Task<bool> RecordUseAsync(AssertedPasskey asserted, CancellationToken cancellationToken) =>
        passkeys.RecordUseAsync(asserted, clock.GetUtcNow(), cancellationToken);

    /// <summary>
    /// Records a possibly cloned authenticator (WebAuthn Level 3, section 6.1.1). In its own unit of work: what it was to prove is stored nowhere.
    /// </summary>
    public Task<bool> RecordRegressionAsync(AssertedPasskey asserted, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        async cancellation =>
        {
            if (await tracked.SingleOrDefaultAsync(new PasskeyByCredentialSpec(asserted.CredentialId), cancellation) is not { } passkey)
            {
                return false;
            }

            passkey.RecordCounterRegression(clock.GetUtcNow());
            audit.RecordFailure(CounterAction, RefusalReasons.CounterRegressed, passkey);
            return true;
        },
        cancellationToken);
}
