using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class HoldRegistrationHandler(IReadRepository<Account> accounts, RegistrationMails mails) : IRequestHandler<HoldRegistration, Unit>
{
    public async Task<Unit> Handle(HoldRegistration command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Registration.Email);
        var isKnown = await accounts.AnyAsync(new AccountByEmail(email), cancellationToken);
        mails.Add(email, isKnown, command.Registration);
        return Unit.Value;
    }
}
