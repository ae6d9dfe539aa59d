using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Lets a request through only for callers that its type names. A refused command is written to the audit log.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICallerContext context, IAuditTrail audit, ICallerCheck check)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        RequestAccess.For<TRequest>.Rule switch
        {
            AllowAnonymousAttribute => next(),
            _ when context.Caller is null => throw new AuthenticationError(),
            _ when !EnrolmentRule.LetsIn<TRequest>(context.Caller) => DenyAsync(EnrolmentRule.Denied, request, cancellationToken),
            AuthenticatedOnlyAttribute { ForApiKeys: false } when context.Caller.ApiKey is not null =>
                DenyAsync(AuthenticatedOnlyAttribute.PersonNeeded, request, cancellationToken),
            AuthenticatedOnlyAttribute => Go(next),
            RequiresPermissionAttribute rule when IsAllowed(rule, request, context.Caller) => Go(next),
            RequiresPermissionAttribute rule => DenyAsync(rule.Denied, request, cancellationToken),
            _ => throw new AuthorizationError(),
        };

    private Task<TResponse> Go(RequestHandlerDelegate<TResponse> next) =>
        context.Caller!.IsRestricted ? EnrolmentRule.WithinAsync(() => next()) : next();

    private static bool IsAllowed(RequiresPermissionAttribute rule, TRequest request, Caller caller)
    {
        var isSelf = request is IAboutUser about && about.Id == caller.UserId;
        return caller.Has(rule.Permission) ? isSelf || rule.ForOthers is null || caller.Has(rule.ForOthers) : rule.OrSelf && isSelf && MayBeSelf(caller);
    }

    // A key changes nothing that its scopes do not name, not even its owner; whose it is, it may know.
    private static bool MayBeSelf(Caller caller) => caller.ApiKey is null || typeof(TRequest).IsAssignableTo(typeof(IQuery<TResponse>));

    private async Task<TResponse> DenyAsync(string message, TRequest request, CancellationToken cancellationToken)
    {
        if (AuditPolicy.For<TRequest>.Action is { } action)
        {
            await audit.RecordDeniedAsync(action, (request as IAboutUser)?.Id.ToString(), cancellationToken);
        }
        else
        {
            // The role may be another by now: then the credential is outdated, which a client can mend, and not too weak, which it cannot.
            await check.RequireLiveAsync(cancellationToken);
        }

        throw new AuthorizationError(message);
    }
}
