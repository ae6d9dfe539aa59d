using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Mails owners of API keys.</summary>
[Service]
internal sealed class ApiKeyMails(IReadRepository<Account> accounts, IMailOutbox mails, ICallerContext context)
{
    /// <summary>Notifies the owner of a created or rotated key.</summary>
    /// <exception cref="AuthenticationError">The owner's account was deleted.</exception>
    public async Task SendCreatedAsync(ApiKey key, CancellationToken cancellationToken)
    {
        var account = await accounts.SingleOrDefaultAsync(new AccountByUserSpec(key.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        mails.Add(new ApiKeyCreatedMail(
            account.Email, key.Name, key.LastFour, ApiKeyModes.NameOf(key.Mode), key.CreatedAt, context.Origin.IpAddress ?? "an unknown address"));
    }
}
