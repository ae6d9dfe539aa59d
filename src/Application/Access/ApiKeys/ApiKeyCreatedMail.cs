using CleanApi.Application.Common.Mail;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Notifies the owner of a new API key, in case somebody else created it.</summary>
/// <param name="To">The owner.</param>
/// <param name="Name">The key's name.</param>
/// <param name="LastFour">The last four characters of the key.</param>
/// <param name="Mode"><c>live</c> or <c>test</c>.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="IpAddress">The IP address that it was created from.</param>
[MailLimit(MailQuota.Notices, RefusesCommand = true)]
public sealed record ApiKeyCreatedMail(
    EmailAddress To,
    string Name,
    [property: OwnWords("We make the key.")] string LastFour,
    [property: OwnWords("One of two.")] string Mode,
    DateTimeOffset CreatedAt,
    [property: OwnWords("The address of the connection.")] string IpAddress) : MailMessage(To);
