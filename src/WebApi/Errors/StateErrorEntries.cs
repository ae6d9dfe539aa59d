using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>Errors that depend on the stored state or on earlier requests.</summary>
internal static class StateErrorEntries
{
    public static readonly ErrorEntry[] All =
    [
        new(
            ErrorCodes.Conflict, 409, "Conflict",
            "The request contradicts the current state of the resource.",
            "A rule forbids the step from this state, such as removing the last administrator; details names the reason.",
            "See the page of the reason. Read the resource again before you decide what to do.",
            "An organization needs at least one active administrator; make somebody else an administrator first")
        {
            Details = ErrorDetail.Refusal(
                ReasonCodes.LastAdministrator, "An organization needs at least one active administrator; make somebody else an administrator first"),
        },
        new(
            ErrorCodes.DuplicateValue, 409, "Duplicate value",
            "A value that has to be unique is taken.",
            "Another record has the same value in the field that details names.",
            "Send another value, or use the record that has it.",
            "A record with this email already exists")
        {
            Details = [new ErrorDetail("email", FieldCodes.Duplicate, "A record with this email already exists")],
        },
        new(
            ErrorCodes.Gone, 410, "Gone",
            "What the request is about existed, and is no longer available.",
            "The invitation has expired: it was not accepted within seven days.",
            "Ask for it to be sent again: that makes a new link.",
            "The invitation has expired")
        {
            Details = ErrorDetail.Refusal(ReasonCodes.InvitationExpired, "The invitation has expired"),
        },
        new(
            ErrorCodes.PreconditionFailed, 412, "Precondition failed",
            "The resource is not at the version that the request asks for.",
            "If-Match names another version than the stored one, If-None-Match names the stored one, or somebody else changed it at the same moment.",
            "Read the resource again, apply the change to what it is now, and send the new ETag.",
            "The resource has changed since it was read; read it again and repeat the change"),
        new(
            ErrorCodes.PreconditionRequired, 428, "Precondition required",
            "This change needs to say which version it is made to.",
            "No operation requires If-Match yet, so this error does not occur; the code is reserved for those that will.",
            "Send If-Match with the ETag that the resource was read with.",
            "Send If-Match with the ETag of the version to change"),
        new(
            ErrorCodes.RateLimitExceeded, 429, "Rate limit exceeded",
            "Too many requests in too short a time.",
            "A rate limit is used up, of which RateLimit tells more; or the password or a code was wrong too often; or the person to be mailed has had too many mails within the hour.",
            "Wait as many seconds as Retry-After says, then repeat the request.",
            "Rate limit exceeded"),
    ];
}
