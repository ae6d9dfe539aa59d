namespace CleanApi.WebApi.Errors;

/// <summary>The values of <c>WWW-Authenticate</c> in a 401, and in a 403 for want of a scope (RFC 6750, section 3).</summary>
internal static class BearerChallenge
{
    /// <summary>No credential was sent: no error code (section 3.1).</summary>
    public const string Missing = "Bearer realm=\"CleanApi\"";

    /// <summary>The credential lacks a scope.</summary>
    public static string InsufficientScope(string scope) => $"{Missing}, error=\"insufficient_scope\", scope=\"{scope}\"";

    /// <summary>The credential is invalid or expired.</summary>
    public const string Invalid = Missing + ", error=\"invalid_token\", error_description=\"Invalid or expired token\"";
}
