using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Tells owners of keys that there is one more, in case it was not them who made it.</summary>
[Service]
internal sealed class ApiKeyMails(IReadRepository<Account> accounts, IMailOutbox mails, ICallerContext context)
{
    /// <summary>A key was made, or takes the place of another.</summary>
    /// <exception cref="AuthenticationError">Its owner's account is closed.</exception>
    public async Task SendCreatedAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(key.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        mails.Add(new ApiKeyCreatedMail(
            account.Email, key.Name, key.LastFour, ApiKeyModes.NameOf(key.Mode), key.CreatedAt, context.Origin.IpAddress ?? "an unknown address"));
    }
}
