namespace CleanApi.Infrastructure.Mail;

/// <summary>
/// How many mails one address gets in any 60 minutes. What strangers can cause leaves a reserve of four for notices, and registrations and invitations leave the three
/// places of a forgotten password.
/// </summary>
internal static class MailLimits
{
    /// <summary>All kinds together.</summary>
    public const int All = 12;

    /// <summary>Registrations, invitations and changes of address, of all organizations.</summary>
    public const int Requests = 5;

    /// <summary>Answers to a forgotten password.</summary>
    public const int Resets = 3;

    /// <summary>It slides: counted back from each mail.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);
}
