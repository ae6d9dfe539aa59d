namespace CleanApi.Application.Access;

/// <summary>Why a sign-in at another provider led to no session; the closed list of what the error page is told.</summary>
public static class ExternalSignInErrorCode
{
    /// <summary>The person said no at the provider.</summary>
    public const string AccessDenied = "access_denied";

    /// <summary>The answer does not belong to a sign-in that this browser began and has not finished yet.</summary>
    public const string StateMismatch = "state_mismatch";

    /// <summary>The provider tells no address, or does not vouch for it.</summary>
    public const string EmailUnverified = "email_unverified";

    /// <summary>The address is of a domain that may not sign in here.</summary>
    public const string DomainRefused = "domain_refused";

    /// <summary>The address has an account already: sign in to it and link the identity there.</summary>
    public const string AccountExists = "account_exists";

    /// <summary>The address is invited by more than one organization: the link of a mail says which one to join.</summary>
    public const string SeveralInvitations = "several_invitations";

    /// <summary>The identity is linked to another account.</summary>
    public const string IdentityInUse = "identity_in_use";

    /// <summary>The account is known, and may not sign in.</summary>
    public const string AccountUnavailable = "account_unavailable";

    /// <summary>The session that wanted to link has ended meanwhile.</summary>
    public const string SignedOut = "signed_out";

    /// <summary>The provider answered something that cannot be right.</summary>
    public const string ProviderError = "provider_error";

    /// <summary>The provider failed or could not be reached; the answer is 502.</summary>
    public const string ProviderUnavailable = "provider_unavailable";

    /// <summary>The provider did not answer in time; the answer is 504.</summary>
    public const string ProviderTimeout = "provider_timeout";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AccessDenied, StateMismatch, EmailUnverified, DomainRefused, AccountExists, SeveralInvitations, IdentityInUse, AccountUnavailable, SignedOut,
        ProviderError, ProviderUnavailable, ProviderTimeout,
    ];
}
