using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Authorizes the caller by the rule on the request's type. What that cannot decide, the handler does: whose key it is, or which role is given.
/// </summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(ICallerContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var rule = RequestAccess.For<TRequest>.Rule;
        if (rule is AllowAnonymousAttribute)
        {
            return next();
        }

        var caller = context.Caller ?? throw new AuthenticationError();
        return Denial(rule, request, caller) is { } denial ? throw denial : next();
    }

    // Null: the rule on the type allows it.
    private static AuthorizationError? Denial(RequestAccessAttribute rule, TRequest request, Caller caller) => rule switch
    {
        _ when MfaEnrollmentRule.Denial<TRequest>(caller) is { } denial => denial,
        AuthenticatedOnlyAttribute personal when caller is not UserCaller && !(personal.ForApiKeys && caller is ApiKeyCaller) =>
            new AuthorizationError(ReasonCodes.PersonRequired, AuthenticatedOnlyAttribute.PersonRequired),
        RequiresPermissionAttribute needed when !IsAllowed(needed, request, caller) => MissingPermission.Of(caller, Missing(needed, caller), needed.Denied),
        AuthenticatedOnlyAttribute or RequiresPermissionAttribute when !TestModeRule.Allows<TRequest>(caller) =>
            new AuthorizationError(ReasonCodes.TestMode, TestModeRule.Denied),
        AuthenticatedOnlyAttribute or RequiresPermissionAttribute => null,
        PlatformOnlyAttribute => caller.OperatesPlatform ? null : AuthorizationError.InsufficientRole(PlatformOnlyAttribute.Denied),
        _ => AuthorizationError.InsufficientRole(),
    };

    private static bool IsAllowed(RequiresPermissionAttribute rule, TRequest request, Caller caller)
    {
        var isSelf = request is IAboutUser about && about.Id == caller.ActingUserId;
        return caller.Has(rule.Permission) ? (rule.Also is null || caller.Has(rule.Also)) && (isSelf || rule.ForOthers is null || caller.Has(rule.ForOthers))
            : (rule.OrPerson && caller is UserCaller) || (rule.OrSelf && isSelf && IsAllowedForSelf(caller));
    }

    private static string Missing(RequiresPermissionAttribute rule, Caller caller) =>
        !caller.Has(rule.Permission) ? rule.Permission : rule.Also is { } also && !caller.Has(also) ? also : rule.ForOthers ?? rule.Permission;

    // Without a scope, an API key may read its owner but not change them.
    private static bool IsAllowedForSelf(Caller caller) => caller is UserCaller || (caller is ApiKeyCaller && RequestKind<TRequest>.IsQuery);
}
