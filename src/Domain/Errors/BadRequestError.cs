namespace CleanApi.Domain.Errors;

/// <summary>400: understood, and refused whatever the caller's rights.</summary>
public sealed class BadRequestError(string message, IReadOnlyList<ErrorDetail>? details = null)
    : AppException(message, ErrorCodes.BadRequest, 400, details);
