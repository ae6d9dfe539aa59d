namespace CleanApi.Domain.Errors;

/// <summary>403: the caller is authenticated but may not do this.</summary>
public sealed class AuthorizationError : AppException
{
    /// <summary>The caller is refused.</summary>
    /// <param name="reason">One of <see cref="ReasonCodes"/>.</param>
    /// <param name="message">Human-readable.</param>
    public AuthorizationError(string reason, string message)
        : base(message, ErrorCodes.Authorization, 403, ErrorDetail.Refusal(reason, message)) => Refusal = reason;

    /// <summary>The scope that the caller's credential lacks; null where that is not the reason.</summary>
    public string? MissingScope { get; init; }

    /// <summary>The role of the caller does not have the permission.</summary>
    public static AuthorizationError InsufficientRole(string message = "Insufficient permissions") => new(ReasonCodes.InsufficientRole, message);

    /// <summary>The API key does not have the scope (RFC 6750, section 3.1).</summary>
    public static AuthorizationError InsufficientScope(string scope) =>
        new(ReasonCodes.InsufficientScope, $"The API key lacks the scope {scope}") { MissingScope = scope };

    /// <summary>The caller would give rights that they do not have.</summary>
    /// <param name="permissions">The permissions that they lack.</param>
    public static AuthorizationError ExceedsOwnRights(IEnumerable<string> permissions) =>
        new(ReasonCodes.ExceedsOwnRights, $"You do not have these permissions yourself: {string.Join(", ", permissions)}");
}
