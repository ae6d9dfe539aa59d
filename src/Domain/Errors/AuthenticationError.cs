namespace CleanApi.Domain.Errors;

/// <summary>401: the credentials are missing or invalid (RFC 9110, section 15.5.2).</summary>
public sealed class AuthenticationError(string message = "Authentication required")
    : AppException(message, ErrorCodes.Authentication, 401);
