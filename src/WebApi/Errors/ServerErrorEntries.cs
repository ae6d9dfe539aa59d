using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>Errors of the server.</summary>
internal static class ServerErrorEntries
{
    public static readonly ErrorEntry[] All =
    [
        new(
            ErrorCodes.Internal, 500, "Internal error",
            "Something went wrong here that nobody expected.",
            "A defect. It is logged under the request id, with all that is needed to find it.",
            "Try again once, with the same Idempotency-Key where one was sent. Report the requestId if it stays.",
            HttpError.Unexpected),
        new(
            ErrorCodes.Upstream, 502, "Upstream error",
            "A service that this one depends on failed.",
            "A sign-in provider or another outside service answered with an error, or not in the form that it promises.",
            "Try again after a while.",
            "An upstream service failed"),
        new(
            ErrorCodes.ServiceUnavailable, 503, "Service unavailable",
            "The service cannot answer for the moment.",
            "It is overloaded, in maintenance, or its database is out of reach.",
            "Try again after as many seconds as Retry-After says, then at growing intervals.",
            "The service is temporarily unavailable"),
        new(
            ErrorCodes.UpstreamTimeout, 504, "Upstream timeout",
            "A service that this one depends on did not answer in time.",
            "A sign-in provider or another outside service is slow or out of reach.",
            "Try again after a while. Where the request changed something, send the same Idempotency-Key.",
            "An upstream service did not answer in time"),
    ];
}
