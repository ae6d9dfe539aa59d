using System.Net;
using System.Net.Sockets;
using CleanApi.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The program whose mail server is down: its port is taken by a socket that never listens, so that connections are refused.</summary>
public sealed class SmtpOutageApi : ApiFixture
{
    private readonly Socket silent = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SmtpOutageApi() => silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>The program's sender.</summary>
    internal MailSender Sender => Services.GetServices<IHostedService>().OfType<MailSender>().Single();

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        silent.Dispose();
    }

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services)
    {
        var settings = (EmailSettings)services.Single(service => service.ServiceType == typeof(EmailSettings)).ImplementationInstance!;
        var port = ((IPEndPoint)silent.LocalEndPoint!).Port;
        services.Replace(ServiceDescriptor.Singleton(settings with { Smtp = new SmtpSettings("127.0.0.1", port, SmtpSecurity.None, null, null) }));
    }
}
