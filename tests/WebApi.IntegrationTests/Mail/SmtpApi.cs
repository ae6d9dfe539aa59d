using CleanApi.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MimeKit;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The program with a mail server beside it.</summary>
public sealed class SmtpApi : ApiFixture
{
    /// <summary>The mail server.</summary>
    internal SmtpServer Server { get; } = new() { Extensions = ["SMTPUTF8", "8BITMIME"] };

    /// <summary>The program's sender.</summary>
    internal MailSender Sender => Services.GetServices<IHostedService>().OfType<MailSender>().Single();

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
    }

    /// <summary>The messages that the server has for an address.</summary>
    internal IEnumerable<ReceivedMail> Received(string address) => Server.Messages.Select(ReceivedMail.Parse).Where(mail => mail.To == address);

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services)
    {
        var settings = (EmailSettings)services.Single(service => service.ServiceType == typeof(EmailSettings)).ImplementationInstance!;
        services.Replace(ServiceDescriptor.Singleton(settings with
        {
            From = new MailboxAddress("CleanApi", "no-reply@cleanapi.test"),
            Smtp = new SmtpSettings("127.0.0.1", Server.Port, SmtpSecurity.None, null, null),
        }));
    }
}
