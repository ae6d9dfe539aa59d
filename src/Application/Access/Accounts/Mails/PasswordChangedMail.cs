using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of a changed password, and lists the credentials that are still valid, in case somebody else changed it.</summary>
/// <param name="To">The address.</param>
/// <param name="ForgotPasswordLink">Where to request a password reset.</param>
/// <param name="ApiKeys">Number of active API keys.</param>
/// <param name="LinkedProviders">Number of linked external identities.</param>
/// <param name="Passkeys">Number of passkeys.</param>
/// <param name="AuthenticatorApp">Whether an authenticator app is a second factor: yes or no.</param>
[MailLimit(MailQuota.Notices)]
public sealed record PasswordChangedMail(
    EmailAddress To,
    MailLink ForgotPasswordLink,
    int ApiKeys,
    int LinkedProviders,
    int Passkeys,
    [property: OwnWords("Yes or no.")] string AuthenticatorApp) : MailMessage(To);
