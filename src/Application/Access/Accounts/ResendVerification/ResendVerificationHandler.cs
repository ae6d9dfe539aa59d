using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ResendVerificationHandler(IReadRepository<Account> accounts, IOneTimeTokens tokens, RegistrationMails mails)
    : IRequestHandler<ResendVerification, Unit>
{
    public async Task<Unit> Handle(ResendVerification command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        var isKnown = await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken);
        // The first: whoever registers the address after its owner does not replace what comes again.
        var pending = await tokens.OldestAsync(OneTimeTokenPurpose.VerifyEmail, email.Value, cancellationToken);
        mails.Add(email, isKnown, PendingRegistration.FromPayload(pending?.Payload));
        return Unit.Value;
    }
}
