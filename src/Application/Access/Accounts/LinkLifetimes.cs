namespace CleanApi.Application.Access;

/// <summary>Lifetimes of the links in mails.</summary>
internal static class LinkLifetimes
{
    /// <summary>Email verification: long enough to read the mail the next morning.</summary>
    public static readonly TimeSpan VerifyEmail = TimeSpan.FromHours(24);

    /// <summary>Password reset: short, because the link gives access to the account.</summary>
    public static readonly TimeSpan ResetPassword = TimeSpan.FromHours(1);
}
