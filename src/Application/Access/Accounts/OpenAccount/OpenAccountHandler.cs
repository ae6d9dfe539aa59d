using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class OpenAccountHandler(IRepository<Account> accounts, TimeProvider clock) : IRequestHandler<OpenAccount, Unit>
{
    public async Task<Unit> Handle(OpenAccount command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var account = Account.Open(command.Email, command.UserId, command.OrganizationId, now);
        if (command.PasswordHash is { } hash)
        {
            account.SetPassword(hash, now);
        }

        await accounts.AddAsync(account, cancellationToken);
        return Unit.Value;
    }
}
