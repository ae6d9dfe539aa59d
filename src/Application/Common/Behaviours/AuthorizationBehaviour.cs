using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>Authorizes the caller by the rule on the request's type. A denied command is audited.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICallerContext context, IAuditTrail audit, ICallerCheck check)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        RequestAccess.For<TRequest>.Rule switch
        {
            AllowAnonymousAttribute => next(),
            _ when context.Caller is null => throw new AuthenticationError(),
            _ when !MfaEnrollmentRule.Allows<TRequest>(context.Caller) => DenyAsync(new AuthorizationError(ReasonCodes.MfaRequired, MfaEnrollmentRule.Denied), request, cancellationToken),
            AuthenticatedOnlyAttribute rule when context.Caller is UserCaller || (rule.ForApiKeys && context.Caller is ApiKeyCaller) => next(),
            AuthenticatedOnlyAttribute => DenyAsync(new AuthorizationError(ReasonCodes.PersonRequired, AuthenticatedOnlyAttribute.PersonRequired), request, cancellationToken),
            RequiresPermissionAttribute rule when IsAllowed(rule, request, context.Caller) => next(),
            RequiresPermissionAttribute rule => DenyAsync(MissingPermission.Of(context.Caller, Missing(rule, context.Caller), rule.Denied), request, cancellationToken),
            _ => throw AuthorizationError.InsufficientRole(),
        };

    private static bool IsAllowed(RequiresPermissionAttribute rule, TRequest request, Caller caller)
    {
        var isSelf = request is IAboutUser about && about.Id == caller.ActingUserId;
        return caller.Has(rule.Permission) ? isSelf || rule.ForOthers is null || caller.Has(rule.ForOthers)
            : (rule.OrPerson && caller is UserCaller) || (rule.OrSelf && isSelf && IsAllowedForSelf(caller));
    }

    private static string Missing(RequiresPermissionAttribute rule, Caller caller) =>
        rule.ForOthers is { } further && caller.Has(rule.Permission) ? further : rule.Permission;

    // Without a scope, an API key may read its owner but not change them.
    private static bool IsAllowedForSelf(Caller caller) =>
        caller is UserCaller || (caller is ApiKeyCaller && typeof(TRequest).IsAssignableTo(typeof(IQuery<TResponse>)));

    private async Task<TResponse> DenyAsync(AuthorizationError error, TRequest request, CancellationToken cancellationToken)
    {
        if (AuditAction.Of<TRequest>() is { } action)
        {
            await audit.RecordDeniedAsync(action, (request as IAboutUser)?.Id.ToString(), cancellationToken);
        }
        else
        {
            // After a role change the credential is outdated (401): the client can refresh it, which does not help against a 403.
            await check.RequireValidAsync(cancellationToken);
        }

        throw error;
    }
}
