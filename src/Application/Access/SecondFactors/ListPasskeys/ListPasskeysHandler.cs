using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ListPasskeysHandler(IReadRepository<Passkey> passkeys, ICallerContext context) : IRequestHandler<ListPasskeys, Page<PasskeyResponse>>
{
    public Task<Page<PasskeyResponse>> Handle(ListPasskeys query, CancellationToken cancellationToken) =>
        passkeys.PageAsync(new ListPasskeysSpec(query, context.RequiredUserId), cancellationToken);
}
