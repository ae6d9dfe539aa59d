namespace CleanApi.Application.Common.Mail;

/// <summary>What a mail counts as among those that one address gets in an hour. Who can cause the mails of one quota takes no place of another one's.</summary>
public enum MailQuota
{
    /// <summary>Anybody can cause it, for any address: registration, invitation, change of address.</summary>
    Requests,

    /// <summary>The answer to a forgotten password. Anybody can cause it too, but it is the owner's way back, and registrations must not use it up.</summary>
    Resets,

    /// <summary>Tells a person what has happened to their account.</summary>
    Notices,
}
