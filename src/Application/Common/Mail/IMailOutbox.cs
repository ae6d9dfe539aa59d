namespace CleanApi.Application.Common.Mail;

/// <summary>Where mails are put. They are stored with what else the command does, or not at all, and sent afterwards, at least once.</summary>
public interface IMailOutbox
{
    /// <summary>Adds a mail to the unit of work.</summary>
    void Add(MailMessage mail);
}
