namespace CleanApi.Domain.Errors;

/// <summary>400: the request is well-formed but not allowed, whatever the caller's permissions.</summary>
public sealed class BadRequestError(string message, IReadOnlyList<ErrorDetail>? details = null)
    : AppException(message, ErrorCodes.BadRequest, 400, details);
