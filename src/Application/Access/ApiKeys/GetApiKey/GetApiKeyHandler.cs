using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetApiKeyHandler(IReadRepository<ApiKey> keys, ICallerContext context) : IRequestHandler<GetApiKey, ApiKeyResponse>
{
    public async Task<ApiKeyResponse> Handle(GetApiKey query, CancellationToken cancellationToken) =>
        await keys.FindAsync<ApiKeyId, ApiKeyResponse>(query.Id, cancellationToken) is { } key && ApiKeyAccess.CanAccess(context.Required, key.UserId)
            ? key
            : throw AccessErrors.ApiKeyNotFound(query.Id);
}
