namespace CleanApi.Application.Common.Mail;

/// <summary>The mail outbox: mails are stored in the command's transaction and sent afterwards, at least once.</summary>
public interface IMailOutbox
{
    /// <summary>Adds a mail to the unit of work.</summary>
    void Add(MailMessage mail);
}
