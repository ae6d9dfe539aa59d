using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RegisterHandler(IReadRepository<Account> accounts, RegistrationMails mails, TimeProvider clock) : IRequestHandler<Register, Unit>
{
    public async Task<Unit> Handle(Register command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        var registration = new PendingRegistration(
            NameRule.Public.Require(command.OrganizationName, "organizationName"), NameRule.Public.Require(command.Name), email.Value,
            TypeId.New<OrganizationId>(clock.GetUtcNow()));
        mails.Add(email, await accounts.AnyAsync(new AccountByEmailSpec(email), cancellationToken), registration);
        return Unit.Value;
    }
}
