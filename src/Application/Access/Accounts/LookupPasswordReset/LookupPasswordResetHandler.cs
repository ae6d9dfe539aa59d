using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LookupPasswordResetHandler(PasswordResetLinks links, IReadRepository<Account> accounts)
    : IRequestHandler<LookupPasswordReset, PasswordResetPreviewResponse>
{
    public async Task<PasswordResetPreviewResponse> Handle(LookupPasswordReset query, CancellationToken cancellationToken)
    {
        var membership = await links.ReadAsync(query.Token, cancellationToken);
        return await accounts.SingleOrDefaultAsync(new AccountSummaryByUserSpec(membership.UserId), cancellationToken) is { } account
            ? new PasswordResetPreviewResponse(account.Email)
            : throw AccessErrors.InvalidLink();
    }
}
