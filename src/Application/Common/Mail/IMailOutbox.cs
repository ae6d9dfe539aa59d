using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

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

    /// <summary>
    /// Takes a place for a mail that an event handler will add (<see cref="AddReserved"/>): a command that must not happen without its mail learns here that the address
    /// has had too many.
    /// </summary>
    /// <typeparam name="TMail">The kind of mail.</typeparam>
    /// <param name="to">The address.</param>
    void Reserve<TMail>(EmailAddress to)
        where TMail : MailMessage;

    /// <summary>Adds a mail to the unit of work for which a place was taken.</summary>
    void AddReserved(MailMessage mail);
}
