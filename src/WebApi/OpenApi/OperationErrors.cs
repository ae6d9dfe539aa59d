using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.OpenApi;

/// <summary>The errors that an operation can answer: those of its kind, and those that it names itself.</summary>
internal static class OperationErrors
{
    /// <summary>Codes, with the message where it is not the usual one.</summary>
    public static IEnumerable<ProducesErrorAttribute> Of(OperationMetadata operation) => OfKind(operation)
        .Select(code => code == ErrorCodes.Authorization ? Denied(operation) : new ProducesErrorAttribute(code))
        .Concat(operation.RecentAuthentication is not null ? [new(ErrorCodes.Authorization) { Reason = ReasonCodes.RecentAuthenticationRequired }] : [])
        .Concat(operation.TakesIdempotencyKey ? [new(ErrorCodes.Conflict) { Reason = ReasonCodes.RequestInProgress }] : [])
        .Concat(operation.Metadata.OfType<ProducesErrorAttribute>())
        .DistinctBy(error => (error.Code, error.Reason, error.Message));

    private static ProducesErrorAttribute Denied(OperationMetadata operation) => operation switch
    {
        { Access: RequiresPermissionAttribute rule } => new(ErrorCodes.Authorization) { Reason = ReasonCodes.InsufficientRole, Message = rule.Denied },
        { Access: PlatformOnlyAttribute } => new(ErrorCodes.Authorization) { Reason = ReasonCodes.InsufficientRole, Message = PlatformOnlyAttribute.Denied },
        { Access: AuthenticatedOnlyAttribute { ForApiKeys: false } } => new(ErrorCodes.Authorization) { Reason = ReasonCodes.PersonRequired },
        { IsSafe: true } => new(ErrorCodes.Authorization) { Reason = ReasonCodes.MfaRequired },
        _ => new(ErrorCodes.Authorization) { Reason = ReasonCodes.OriginNotAllowed },
    };

    private static IEnumerable<string> OfKind(OperationMetadata operation)
    {
        // Also a precondition can be malformed.
        if (operation.IsAction)
        {
            yield return ErrorCodes.MalformedRequest;
        }

        // A body where none is taken is read as well: it has to be empty, or an empty object.
        if (operation.HasBody || operation is { IsAction: true, IsSafe: false })
        {
            yield return ErrorCodes.PayloadTooLarge;
            yield return ErrorCodes.UnsupportedMediaType;
        }

        // Also where a session is recognized that has ended since.
        if (!operation.IsAnonymous || operation.HasOptionalCaller)
        {
            yield return ErrorCodes.Authentication;
        }

        // Also a request that changes something and is authenticated by a cookie, when it comes from another origin; an API key where a person is needed; and
        // nearly everything, for those who have yet to set up a second factor, and everything for their keys.
        if (!operation.IsAnonymous)
        {
            yield return ErrorCodes.Authorization;
        }

        if (operation.HasRouteValues)
        {
            yield return ErrorCodes.NotFound;
        }

        if (operation is { IsAction: true, IsRedirect: false })
        {
            yield return ErrorCodes.NotAcceptable;
        }

        if (operation is { IsConditional: true } or { HasEntityTag: true, IsSafe: true })
        {
            yield return ErrorCodes.PreconditionFailed;
        }

        // Whatever it takes: a query parameter that it does not have is refused.
        if (operation.HasInput || !operation.TakesAnyQuery)
        {
            yield return ErrorCodes.Validation;
        }

        if (operation.RatePolicy is not null)
        {
            yield return ErrorCodes.RateLimitExceeded;
        }

        if (operation.IsAction)
        {
            yield return ErrorCodes.ServiceUnavailable;
        }

        yield return ErrorCodes.Internal;
    }
}
