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
    ISessionStore sessions,
    IMailOutbox mails,
    ICallerContext context,
    ISender sender,
    TimeProvider clock) : IRequestHandler<CreatePasskey, PasskeyResponse>
{
    public async Task<PasskeyResponse> Handle(CreatePasskey command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            // A passkey would let whoever has a program's key in as the person.
            throw AccessErrors.PersonRequired();
        }

        // Holds the account: two that are added at once are counted one after the other.
        await sessions.HoldAllAsync(caller.UserId, cancellationToken);
        var account = await accounts.SingleOrDefaultAsync(new AccountOfUser(caller.UserId), cancellationToken) ?? throw new AuthenticationError();
        var challenge = await tokens.TakeAsync(OneTimeTokenPurpose.PasskeyRegistration, command.Token, cancellationToken);
        if (challenge?.Payload is not { } state || challenge.AccountId != account.Id
            || await ceremonies.FinishRegistrationAsync(command.Credential.GetRawText(), state, cancellationToken) is not { } attested
            || attested.AccountId != account.Id)
        {
            throw PasskeyErrors.NotAccepted();
        }

        if (await passkeys.CountAsync(new PasskeysOfAccount(account.Id), cancellationToken) >= Passkey.MaxOfAccount)
        {
            throw PasskeyErrors.TooMany();
        }

        var passkey = Passkey.Create(account.Id, command.Name!.Trim(), attested.Credential, clock.GetUtcNow());
        await passkeys.AddAsync(passkey, cancellationToken);
        mails.Add(new PasskeyAddedMail(account.Email, passkey.Name, passkey.CreatedAt));
        if (caller.IsRestricted)
        {
            // The restriction is in the access token: a refresh brings one without it.
            await sender.Send(new ExpireAccessTokens(caller.UserId), cancellationToken);
        }

        return passkey.Adapt<PasskeyResponse>();
    }
}
