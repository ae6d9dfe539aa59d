using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Mail;

/// <summary>
/// A mail to one address. Each kind is a record in the module that sends it: the record's name determines its templates (<c>ResetPasswordMail</c>:
/// <c>reset-password.txt</c> and <c>.html</c>), its properties are their data.
/// </summary>
/// <param name="To">The address.</param>
public abstract record MailMessage(EmailAddress To)
{
    /// <summary>Without links and addresses, which must not reach a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
