namespace CleanApi.Application.Access;

/// <summary>Lifetimes of the links in mails.</summary>
public static class LinkLifetimes
{
    /// <summary>Email verification: long enough to read the mail the next morning.</summary>
    public static readonly TimeSpan VerifyEmail = TimeSpan.FromHours(24);

    /// <summary>Change of address: short, because whoever opens it has the account's mails from then on.</summary>
    public static readonly TimeSpan ChangeEmail = TimeSpan.FromHours(1);

    /// <summary>Its undoing: long enough to come back from a holiday. The address is reserved as long.</summary>
    public static readonly TimeSpan UndoEmailChange = TimeSpan.FromDays(7);

    /// <summary>Password reset: short, because the link gives access to the account.</summary>
    public static readonly TimeSpan ResetPassword = TimeSpan.FromHours(1);
}
