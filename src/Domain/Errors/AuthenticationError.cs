namespace CleanApi.Domain.Errors;

/// <summary>401: the credentials are missing or invalid (RFC 9110, section 15.5.2).</summary>
public sealed class AuthenticationError : AppException
{
    /// <summary>Nobody has presented a credential, or one that is of no interest to the audit log.</summary>
    public AuthenticationError(string message = "Authentication required")
        : base(message, ErrorCodes.Authentication, 401)
    {
    }

    /// <summary>A credential was refused.</summary>
    /// <param name="message">Human-readable.</param>
    /// <param name="refusal">See <see cref="AppException.Refusal"/>.</param>
    public AuthenticationError(string message, string? refusal)
        : this(message) => Refusal = refusal;
}
