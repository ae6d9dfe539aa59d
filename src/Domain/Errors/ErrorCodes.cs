namespace CleanApi.Domain.Errors;

/// <summary>The closed list of error codes; <c>/docs/errors/{code}</c> describes each.</summary>
public static class ErrorCodes
{
    public const string MalformedRequest = "MALFORMED_REQUEST";
    public const string BadRequest = "BAD_REQUEST";
    public const string Authentication = "AUTHENTICATION_ERROR";
    public const string Authorization = "AUTHORIZATION_ERROR";
    public const string NotFound = "NOT_FOUND";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string Conflict = "CONFLICT";
    public const string DuplicateValue = "DUPLICATE_VALUE";
    public const string Gone = "GONE";
    public const string PreconditionFailed = "PRECONDITION_FAILED";
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string Validation = "VALIDATION_ERROR";
    public const string PreconditionRequired = "PRECONDITION_REQUIRED";
    public const string RateLimitExceeded = "RATE_LIMIT_EXCEEDED";
    public const string Internal = "INTERNAL_ERROR";
    public const string Upstream = "UPSTREAM_ERROR";
    public const string ServiceUnavailable = "SERVICE_UNAVAILABLE";
    public const string UpstreamTimeout = "UPSTREAM_TIMEOUT";
}
