namespace CleanApi.Domain.Errors;

/// <summary>403: known, and not allowed.</summary>
public sealed class AuthorizationError(string message = "Insufficient permissions")
    : AppException(message, ErrorCodes.Authorization, 403);
