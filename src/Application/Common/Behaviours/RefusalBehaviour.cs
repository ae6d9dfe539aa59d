using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Auditing;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Common.Behaviours;

/// <summary>
/// Records every refusal once, with its reason: wherever in the request it is thrown, it passes here, after what it refused was rolled back. A request that is
/// allowed costs no statement, and a query not even a task.
/// </summary>
internal sealed class RefusalBehaviour<TRequest, TResponse>(ICallerContext context, IAuditTrail audit, ICallerCheck check) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        audit.Attempt = null;
        try
        {
            var response = next();
            // A caller is refused a query by the rule on its type, before there is a task; to look up what a link or a challenge is of lets nobody in.
            return RequestKind<TRequest>.IsQuery ? response : WatchAsync(request, response, cancellationToken);
        }
        catch (AppException error) when (IsRefusal(error))
        {
            return RefuseAsync(request, error, cancellationToken);
        }
    }

    // Whoever sends it is not known before.
    private static bool IsWayIn => RequestAccess.For<TRequest>.Rule is AllowAnonymousAttribute;

    // A caller's credential that has expired or is outdated is renewed, or refused where it is renewed.
    private static bool IsRefusal(AppException error) => error.Refusal is not null && (IsWayIn || error is not AuthenticationError);

    private async Task<TResponse> WatchAsync(TRequest request, Task<TResponse> response, CancellationToken cancellationToken)
    {
        try
        {
            return await response;
        }
        catch (AppException error) when (IsRefusal(error))
        {
            await RecordAsync(request, error, cancellationToken);
            throw;
        }
    }

    private async Task<TResponse> RefuseAsync(TRequest request, AppException error, CancellationToken cancellationToken)
    {
        await RecordAsync(request, error, cancellationToken);
        throw error;
    }

    private async Task RecordAsync(TRequest request, AppException error, CancellationToken cancellationToken)
    {
        // A caller who is known and may not; what they must not know of is not found.
        var isDenied = error is AuthorizationError or NotFoundError;
        var target = audit.Attempt ?? (context.Caller is { } caller ? TargetOf(caller, request, isDenied) : AuditTarget.Unknown);
        var refusal = new Refusal(AuditAction.OfRefused<TRequest>(), isDenied ? AuditOutcome.Denied : AuditOutcome.Failed, error.Refusal!, target)
        {
            Window = WindowOf(error),
        };
        if (!await audit.RecordRefusalAsync(refusal) && isDenied && context.Caller is not null)
        {
            // After a role change the credential is outdated (401): the client can refresh it, which does not help against a 403. An entry would have told.
            await check.RequireValidAsync(cancellationToken);
        }
    }

    // Of somebody who fails in a session, it is the session: whose it is, and from where, is what the failure is investigated by.
    private static AuditTarget TargetOf(Caller caller, TRequest request, bool isDenied) =>
        !isDenied ? caller.Match(
            0,
            static (user, _) => AuditTarget.Of(user.OrganizationId, user.SessionId),
            static (key, _) => AuditTarget.Of(key.OrganizationId, key.ApiKeyId),
            static (system, _) => new AuditTarget(system.OrganizationId))
        : RequestTarget<TRequest>.Of(caller.OrganizationId, request);

    // Every guess that was compared is recorded: the delays between them bound the entries. During a delay, the first is. An account that may not sign in is
    // recorded like a wrong password, in the same time.
    private static TimeSpan? WindowOf(AppException error) => error switch
    {
        RateLimitError wait => wait.RetryAfter,
        AuthenticationError { Refusal: RefusalReasons.InvalidCredentials or RefusalReasons.AccountUnavailable or RefusalReasons.WrongCode } => null,
        ValidationError { Refusal: RefusalReasons.WrongPassword or RefusalReasons.WrongCode } => null,
        _ => Refusal.DefaultWindow,
    };
}
