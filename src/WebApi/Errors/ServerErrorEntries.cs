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
            "Try again once; before you repeat a change, read the resource to see whether it was made. If the error stays, report the requestId.",
            HttpError.Unexpected),
        new(
            ErrorCodes.Upstream, 502, "Upstream error",
            "A service that this one depends on failed.",
            "A sign-in provider cannot be reached, answered with an error, or not in the form that it promises.",
            "Try again after a while, or sign in in another way.",
            "An upstream service failed"),
        new(
            ErrorCodes.ServiceUnavailable, 503, "Service unavailable",
            "The service cannot answer for the moment.",
            "It is overloaded, in maintenance, or its database is out of reach; of sign-ins and expensive requests also where requests cannot be counted.",
            "Try again after as many seconds as Retry-After says, then at growing intervals.",
            "The service is temporarily unavailable"),
        new(
            ErrorCodes.UpstreamTimeout, 504, "Upstream timeout",
            "A service that this one depends on did not answer in time.",
            "A sign-in provider is slow.",
            "Try again after a while, from the beginning: a code of a provider is sent once.",
            "An upstream service did not answer in time"),
    ];
}
