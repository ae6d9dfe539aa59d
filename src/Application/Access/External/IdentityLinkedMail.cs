using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of a linked external identity, in case somebody else linked it.</summary>
/// <param name="To">The address.</param>
/// <param name="Provider">The provider's display name.</param>
/// <param name="SignInLink">Where to sign in.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record IdentityLinkedMail(
    EmailAddress To, [property: OwnWords("The operator's name for it.")] string Provider, MailLink SignInLink) : MailMessage(To);
