namespace CleanApi.Domain.Errors;

/// <summary>403: the caller is authenticated but lacks the permission.</summary>
public sealed class AuthorizationError(string message = "Insufficient permissions")
    : AppException(message, ErrorCodes.Authorization, 403);
