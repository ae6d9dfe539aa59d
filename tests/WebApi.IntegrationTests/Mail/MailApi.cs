using System.Data;
using CleanApi.Application.Access;
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

    /// <summary>Adds a mail in a command that fails after it was saved.</summary>
    public static async Task AddFailingAsync(this ApiFixture api, MailMessage mail)
    {
        await using var scope = api.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync<bool>(async cancellation =>
        {
            scope.ServiceProvider.GetRequiredService<IMailOutbox>().Add(mail);
            await scope.ServiceProvider.GetRequiredService<CleanApi.Infrastructure.Persistence.CleanApiDbContext>().AfterSave.Single()(cancellation);
            throw new InvalidOperationException("The command fails.");
        }, IsolationLevel.ReadCommitted, CancellationToken.None);
    }

    /// <summary>Adds a mail in a command that may fail afterwards.</summary>
    public static Task AddAsync(IServiceProvider services, MailMessage mail, Func<bool> afterwards) =>
        services.GetRequiredService<IUnitOfWork>().ExecuteAsync(_ =>
        {
            services.GetRequiredService<IMailOutbox>().Add(mail);
            return Task.FromResult(afterwards());
        }, IsolationLevel.ReadCommitted, CancellationToken.None);

    /// <summary>A notice to a person.</summary>
    public static SecurityNoticeMail Notice(string to) => new(EmailAddress.Parse(to), "Something has happened to your account", new DateTimeOffset(2026, 11, 29, 9, 30, 0, TimeSpan.Zero));

    /// <summary>The link of a forgotten password.</summary>
    public static ResetPasswordMail Reset(string to) => new(EmailAddress.Parse(to), new MailLink("http://127.0.0.1:5080/auth/reset-password?token=tok_" + new string('a', 43)));

    /// <summary>A mail to a person.</summary>
    public static InvitationMail Invitation(string to, string invitedBy = "Ada Lovelace", string organization = "Acme") => new(
        EmailAddress.Parse(to), invitedBy, organization, "a member", new MailLink("http://127.0.0.1:5080/auth/accept-invitation?token=tok_" + new string('a', 43)),
        new DateTimeOffset(2026, 11, 29, 9, 30, 0, TimeSpan.Zero));
}
