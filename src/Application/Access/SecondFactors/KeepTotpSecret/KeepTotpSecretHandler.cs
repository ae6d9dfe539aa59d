using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class KeepTotpSecretHandler(IRepository<Account> accounts, TimeProvider clock) : IRequestHandler<KeepTotpSecret, long>
{
    public async Task<long> Handle(KeepTotpSecret command, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new AccountById(command.AccountId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        account.BeginTotp(command.EncryptedSecret, clock.GetUtcNow());
        return account.Version;
    }
}
