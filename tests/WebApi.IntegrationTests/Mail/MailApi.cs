using System.Data;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Adds mails as a command does.</summary>
internal static class MailApi
{
    /// <summary>Adds a mail and commits.</summary>
    public static async Task AddAsync(this ApiFixture api, MailMessage mail)
    {
        await using var scope = api.Services.CreateAsyncScope();
        await AddAsync(scope.ServiceProvider, mail, () => true);
    }

    /// <summary>Adds a mail in a command that may fail afterwards.</summary>
    public static Task AddAsync(IServiceProvider services, MailMessage mail, Func<bool> afterwards) =>
        services.GetRequiredService<IUnitOfWork>().ExecuteAsync(_ =>
        {
            services.GetRequiredService<IMailOutbox>().Add(mail);
            return Task.FromResult(afterwards());
        }, IsolationLevel.ReadCommitted, CancellationToken.None);

    /// <summary>A mail to a person.</summary>
    public static InvitationMail Invitation(string to, string invitedBy = "Ada Lovelace", string organization = "Acme") => new(
        EmailAddress.Parse(to), invitedBy, organization, "a member", "http://127.0.0.1:5080/auth/accept-invitation?token=tok_" + new string('a', 43),
        new DateTimeOffset(2026, 11, 29, 9, 30, 0, TimeSpan.Zero));
}
