using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class OpenAccountHandler(IRepository<Account> accounts, TimeProvider clock) : IRequestHandler<OpenAccount, Unit>
{
    public async Task<Unit> Handle(OpenAccount command, CancellationToken cancellationToken)
    {
        await accounts.AddAsync(Account.Open(command.Email, command.UserId, command.OrganizationId, clock.GetUtcNow()), cancellationToken);
        return Unit.Value;
    }
}
