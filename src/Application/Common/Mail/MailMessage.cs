using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Mail;

/// <summary>
/// A mail to one person. Each kind is a record of its own, in the module that sends it; its name is the name of its templates (<c>ResetPasswordMail</c>:
/// <c>reset-password.txt</c> and <c>.html</c>), its properties are what they show.
/// </summary>
/// <param name="To">The address.</param>
public abstract record MailMessage(EmailAddress To)
{
    /// <summary>Without links and addresses: whoever reads a log must not be able to use them.</summary>
    public sealed override string ToString() => GetType().Name;
}
