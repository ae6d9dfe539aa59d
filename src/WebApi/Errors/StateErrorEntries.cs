using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>Errors that depend on the stored state or on earlier requests.</summary>
internal static class StateErrorEntries
{
    public static readonly ErrorEntry[] All =
    [
        new(
            ErrorCodes.Conflict, 409, "Conflict",
            "The request is at odds with the present state of the resource.",
            "A rule forbids the step from here, such as removing the last administrator, or the same request is still running.",
            "Read the resource again and decide anew.",
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
            "It was there, and will not come back.",
            "An invitation or a link is expired, used or revoked.",
            "Ask for a new one.",
            "The invitation has expired")
        {
            Details = ErrorDetail.Refusal(ReasonCodes.InvitationExpired, "The invitation has expired"),
        },
        new(
            ErrorCodes.PreconditionFailed, 412, "Precondition failed",
            "The resource is no longer the one that the client has seen.",
            "If-Match names another version than the stored one, or somebody else changed it at the same moment.",
            "Read the resource again, apply the change to what it is now, and send the new ETag.",
            "The resource has changed since it was read; read it again and repeat the change"),
        new(
            ErrorCodes.PreconditionRequired, 428, "Precondition required",
            "This change needs to say which version it is made to.",
            "If-Match is missing where it has to be there.",
            "Send If-Match with the ETag that the resource was read with.",
            "Send If-Match with the ETag of the version to change"),
        new(
            ErrorCodes.RateLimitExceeded, 429, "Rate limit exceeded",
            "Too many requests in too short a time.",
            "The policy that RateLimit-Policy names is used up.",
            "Wait as many seconds as Retry-After says. RateLimit tells beforehand how much is left.",
            "Rate limit exceeded"),
    ];
}
