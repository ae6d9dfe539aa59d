namespace CleanApi.Domain.Errors;

/// <summary>412: If-Match names another version than the stored one (RFC 9110, section 13.1.1).</summary>
public sealed class PreconditionFailedError(string message = "The resource has changed since it was read; read it again and repeat the change")
    : AppException(message, ErrorCodes.PreconditionFailed, 412);
