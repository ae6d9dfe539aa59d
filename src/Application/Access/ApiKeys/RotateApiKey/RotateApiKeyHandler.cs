using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Access;
using Mapster;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RotateApiKeyHandler(
    ApiKeyAccess access,
    Grants grants,
    IRepository<ApiKey> keys,
    IApiKeySecrets secrets,
    IOrganizationService organizations,
    ApiKeyMails mails,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<RotateApiKey, ApiKeyResponse>
{
    public async Task<ApiKeyResponse> Handle(RotateApiKey command, CancellationToken cancellationToken)
    {
        await access.RequireBelowLimitAsync(cancellationToken);
        var key = await access.LoadAsync(command.Id, cancellationToken);
        // The target of the audit entry is the successor.
        context.Preconditions.Require(key.Version);
        if (key.UserId != context.RequiredUserId)
        {
            throw AccessErrors.NotKeyOwner();
        }

        // The successor is another key: its owner gives it what they have, and after a change of role that can be less.
        grants.Require(key.Scopes);
        // Held, so that a policy that is being narrowed finds the key, or the key is under it.
        await organizations.LockSecurityPolicyAsync(cancellationToken);
        var created = secrets.Create(key.Mode);
        var grace = command.GracePeriodSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : ApiKey.DefaultGrace;
        var successor = key.Rotate(created.Hash, created.LastFour, grace, clock.GetUtcNow());
        await keys.AddAsync(successor, cancellationToken);
        audit.Record(successor);
        await mails.SendCreatedAsync(successor, cancellationToken);
        return successor.Adapt<ApiKeyResponse>() with { Key = created.Text };
    }
}
