using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class UpdateApiKeyHandler(ApiKeyAccess access, Grants grants, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<UpdateApiKey, ApiKeyResponse>
{
    public async Task<ApiKeyResponse> Handle(UpdateApiKey command, CancellationToken cancellationToken)
    {
        var key = await access.LoadAsync(command.Id, cancellationToken);
        // Before the comparison of scopes: those of a stale version may be gone.
        context.Preconditions.Require(key.Version);
        audit.Record(key);
        if (command.Scopes.Value is { } scopes)
        {
            grants.Require(scopes);
        }

        key.Update(command.Name.Or(key.Name)!, command.Scopes.Or(key.Scopes)!, clock.GetUtcNow());
        return key.Adapt<ApiKeyResponse>();
    }
}
