namespace CleanApi.Application.Access;

/// <summary>How long links in mails can be used.</summary>
internal static class LinkLifetimes
{
    /// <summary>To complete a registration: whoever registers in the evening reads the mail in the morning.</summary>
    public static readonly TimeSpan VerifyEmail = TimeSpan.FromHours(24);

    /// <summary>To set a password: it lets in, so it is short.</summary>
    public static readonly TimeSpan ResetPassword = TimeSpan.FromHours(1);
}
