using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetTotpHandler(IReadRepository<Account> accounts, IRecoveryCodes codes, ICallerContext context) : IRequestHandler<GetTotp, TotpResponse>
{
    public async Task<TotpResponse> Handle(GetTotp query, CancellationToken cancellationToken)
    {
        var userId = context.RequiredUserId;
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(userId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var left = await codes.CountAsync(account.Id, cancellationToken);
        return new TotpResponse(userId, account.TotpConfirmedAt is not null, account.TotpConfirmedAt, left, account.Version);
    }
}
