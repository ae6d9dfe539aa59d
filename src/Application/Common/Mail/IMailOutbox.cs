using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Mail;

/// <summary>
/// The mail outbox: mails are stored in the command's transaction and sent afterwards, at least once. An address gets at most 12 within an hour, all kinds together,
/// of which strangers can cause eight.
/// </summary>
public interface IMailOutbox
{
    /// <summary>
    /// Adds a mail to the unit of work. When that is saved, a mail beyond the limit of its address is dropped without telling the caller, or fails the command with
    /// <see cref="RateLimitError"/> (<see cref="MailLimitAttribute.RefusesCommand"/>).
    /// </summary>
    void Add(MailMessage mail);
}
