using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>An error that exists only in HTTP: method not allowed, not acceptable, or unexpected.</summary>
internal sealed class HttpError(string message, string code, int statusCode, Exception? inner = null)
    : AppException(message, code, statusCode, inner: inner)
{
    /// <summary>The message of an unexpected error.</summary>
    public const string Unexpected = "An unexpected error occurred";

    /// <summary>Returns the error for a response status without a body.</summary>
    /// <param name="status">400 to 599.</param>
    /// <param name="isRoute">Whether the request reached an endpoint.</param>
    public static AppException FromStatus(int status, bool isRoute) => status switch
    {
        400 => new BadRequestError("The request cannot be handled as it is"),
        401 => new AuthenticationError(),
        403 => AuthorizationError.InsufficientRole(),
        404 => new NotFoundError(isRoute ? "Resource" : "Route"),
        405 => new HttpError("This method is not allowed here; the Allow header names those that are", ErrorCodes.MethodNotAllowed, status),
        406 => new HttpError("Nothing that the Accept header asks for can be sent; ask for application/json", ErrorCodes.NotAcceptable, status),
        409 => new HttpError("The request contradicts the current state", ErrorCodes.Conflict, status),
        410 => new HttpError("The resource is gone", ErrorCodes.Gone, status),
        412 => new PreconditionFailedError(),
        413 => new PayloadTooLargeError("The request body is too large"),
        415 => new UnsupportedMediaTypeError("The Content-Type of the body is not one that is taken here"),
        428 => new HttpError("Send If-Match with the ETag of the version to change", ErrorCodes.PreconditionRequired, status),
        429 => new RateLimitError(TimeSpan.FromSeconds(1)),
        502 => new UpstreamError(),
        503 => new ServiceUnavailableError(TimeSpan.FromSeconds(1)),
        504 => new UpstreamTimeoutError(),
        < 500 => new HttpError("The request cannot be handled as it is", ErrorCodes.BadRequest, status),
        _ => new HttpError(Unexpected, ErrorCodes.Internal, status),
    };
}
