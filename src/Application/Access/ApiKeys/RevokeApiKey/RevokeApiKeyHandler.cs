using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RevokeApiKeyHandler(ApiKeyAccess access, IRepository<ApiKey> keys, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RevokeApiKey, Unit>
{
    public async Task<Unit> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var key = await access.LoadAsync(command.Id, cancellationToken);
        var now = clock.GetUtcNow();
        key.Revoke(now);
        audit.Record(key);
        // Whoever has the program of a key may have the former one too. None is valid longer than the longest grace period after its successor was made.
        while (key.Replaces is { } former && key.CreatedAt + ApiKey.MaxGrace > now
            && await keys.SingleOrDefaultAsync(new ApiKeyByIdSpec(former), cancellationToken) is { } predecessor)
        {
            key = predecessor;
            if (key.IsActive(now))
            {
                key.Revoke(now);
                audit.Record(RevokeApiKey.Action, key);
            }
        }

        return Unit.Value;
    }
}
