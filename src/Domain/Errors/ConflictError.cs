namespace CleanApi.Domain.Errors;

/// <summary>409: the request conflicts with the state of the resource.</summary>
public sealed class ConflictError(string message, IReadOnlyList<ErrorDetail>? details = null)
    : AppException(message, ErrorCodes.Conflict, 409, details);
