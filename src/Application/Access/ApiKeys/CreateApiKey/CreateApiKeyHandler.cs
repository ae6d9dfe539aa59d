using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CreateApiKeyHandler(
    ApiKeyAccess access,
    Grants grants,
    IRepository<ApiKey> keys,
    IApiKeySecrets secrets,
    IOrganizationService organizations,
    ApiKeyMails mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<CreateApiKey, ApiKeyResponse>
{
    public async Task<ApiKeyResponse> Handle(CreateApiKey command, CancellationToken cancellationToken)
    {
        await access.RequireBelowLimitAsync(cancellationToken);
        var (userId, organizationId) = (context.RequiredUserId, context.Required.OrganizationId);
        var mode = ApiKeyModes.Of(command.Mode ?? ApiKeyModes.Live);
        var terms = new ApiKeyTerms(command.Name!, mode, Scopes(command), command.RateLimitPerMinute, command.ExpiresAt);
        // Held, so that a policy that is being narrowed finds the key, or the key is under it.
        await organizations.LockSecurityPolicyAsync(cancellationToken);
        var created = secrets.Create(mode);
        var key = ApiKey.Create(organizationId, userId, terms, created.Hash, created.LastFour, clock.GetUtcNow());
        await keys.AddAsync(key, cancellationToken);
        audit.Record(key);
        await mails.SendCreatedAsync(key, cancellationToken);
        return key.Adapt<ApiKeyResponse>() with { Key = created.Text };
    }

    private IReadOnlyList<string> Scopes(CreateApiKey command)
    {
        if (command.Scopes is not { } asked)
        {
            return [.. ApiKeyScopes.All.Where(context.Required.Has)];
        }

        grants.Require(asked);
        return asked;
    }
}
