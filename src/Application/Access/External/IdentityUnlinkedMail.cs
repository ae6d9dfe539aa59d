using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies a user of an unlinked external identity, in case somebody else unlinked it.</summary>
/// <param name="To">The address.</param>
/// <param name="Provider">The provider's display name.</param>
/// <param name="SignInLink">Where to sign in.</param>
[MailLimit(MailQuota.Notices)]
public sealed record IdentityUnlinkedMail(
    EmailAddress To, [property: OwnWords("The operator's name for it.")] string Provider, MailLink SignInLink) : MailMessage(To);
