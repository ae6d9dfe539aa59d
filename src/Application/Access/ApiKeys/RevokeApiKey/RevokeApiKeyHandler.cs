using CleanApi.Application.Common.Auditing;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RevokeApiKeyHandler(ApiKeyAccess access, IAuditTrail audit, TimeProvider clock) : IRequestHandler<RevokeApiKey, Unit>
{
    public async Task<Unit> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var key = await access.LoadAsync(command.Id, cancellationToken);
        key.Revoke(clock.GetUtcNow());
        audit.Record(key);
        return Unit.Value;
    }
}
