using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RegisterHandler(IPasswordHasher passwords, IReadRepository<Account> accounts, RegistrationMails mails, IUnitOfWork unitOfWork)
    : IRequestHandler<Register, Unit>
{
    public async Task<Unit> Handle(Register command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        // Also for a known address: the response time must not reveal it (OWASP ASVS 5.0, 6.3.8).
        var hash = await passwords.HashAsync(command.Password!, cancellationToken);
        var registration = new PendingRegistration(
            NameRule.Public.Require(command.OrganizationName, "organizationName"), NameRule.Public.Require(command.Name), email.Value, hash);
        return await unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                mails.Add(email, await accounts.AnyAsync(new AccountByEmailSpec(email), cancellation), registration);
                return Unit.Value;
            },
            cancellationToken);
    }
}
