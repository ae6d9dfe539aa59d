namespace CleanApi.Application.Access;

/// <summary>The error codes of external sign-ins, which the error page gets; a closed list.</summary>
public static class ExternalSignInErrorCode
{
    /// <summary>The user or the provider denied access.</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>The state is unknown, used or expired, or belongs to another browser or provider.</summary>
    public const string StateMismatch = "state_mismatch";

    /// <summary>The provider returned no verified email address.</summary>
    public const string EmailUnverified = "email_unverified";

    /// <summary>The domain of the email address may not sign in.</summary>
    public const string DomainRefused = "domain_refused";

    /// <summary>The email address has an account, to which the identity is not linked. The user can sign in and link it.</summary>
    public const string AccountExists = "account_exists";

    /// <summary>The identity is linked to another account.</summary>
    public const string IdentityInUse = "identity_in_use";

    /// <summary>The account may not sign in.</summary>
    public const string AccountUnavailable = "account_unavailable";

    /// <summary>The session that began the link has ended.</summary>
    public const string SignedOut = "signed_out";

    /// <summary>The provider's response was invalid.</summary>
    public const string ProviderError = "provider_error";

    /// <summary>The provider failed or could not be reached; HTTP status 502.</summary>
    public const string ProviderUnavailable = "provider_unavailable";

    /// <summary>The provider timed out; HTTP status 504.</summary>
    public const string ProviderTimeout = "provider_timeout";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AccessDenied, StateMismatch, EmailUnverified, DomainRefused, AccountExists, IdentityInUse, AccountUnavailable, SignedOut,
        ProviderError, ProviderUnavailable, ProviderTimeout,
    ];
}
