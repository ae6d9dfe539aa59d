using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ListApiKeysHandler(IReadRepository<ApiKey> keys, ICallerContext context) : IRequestHandler<ListApiKeys, Page<ApiKeyResponse>>
{
    public Task<Page<ApiKeyResponse>> Handle(ListApiKeys query, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        return keys.PageAsync(new ListApiKeysSpec(query, caller.Has(Permissions.ApiKeysManageAll) ? null : caller.ActingUserId), cancellationToken);
    }
}
