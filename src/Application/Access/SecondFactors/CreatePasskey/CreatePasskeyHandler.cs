using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CreatePasskeyHandler(
    IRepository<Account> accounts,
    IRepository<Passkey> passkeys,
    IPasskeyCeremonies ceremonies,
    IOneTimeTokens tokens,
    SecondFactorEnrollment enrollment,
    IRecoveryCodes codes,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<CreatePasskey, PasskeyResponse>
{
    public async Task<PasskeyResponse> Handle(CreatePasskey command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        // The lock serializes concurrent additions, so that the limit holds.
        var isFirst = await enrollment.BeginAsync(cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) ?? throw new AuthenticationError();
        var challenge = await tokens.ConsumeAsync(OneTimeTokenPurpose.PasskeyRegistration, command.Token, cancellationToken);
        if (challenge?.Payload is not { } state || challenge.AccountId != account.Id
            || await ceremonies.FinishRegistrationAsync(command.Credential.GetRawText(), state, cancellationToken) is not { } attested
            || attested.AccountId != account.Id)
        {
            throw PasskeyErrors.NotAccepted();
        }

        if (await passkeys.CountAsync(new PasskeysByAccountSpec(account.Id), cancellationToken) >= Passkey.MaxPerAccount)
        {
            throw PasskeyErrors.TooMany();
        }

        var passkey = Passkey.Create(account.Id, command.Name!, attested.Credential, clock.GetUtcNow());
        await passkeys.AddAsync(passkey, cancellationToken);
        audit.Record(passkey);
        mails.Add(new PasskeyAddedMail(
            account.Email, passkey.Name, passkey.CreatedAt, isFirst ? "Your password alone signs in no more, and your other sessions have ended" : "It signs in without your password"));
        await enrollment.CompleteAsync(isFirst, cancellationToken);
        return passkey.Adapt<PasskeyResponse>() with { RecoveryCodes = isFirst ? await codes.ReplaceAsync(account.Id, cancellationToken) : null };
    }
}
