using CleanApi.Infrastructure.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>The program where no mail can leave: a file stands where the directory should be.</summary>
public sealed class MailOutageApi : ApiFixture
{
    private readonly string obstacle = Path.GetTempFileName();

    /// <summary>The program's sender.</summary>
    internal MailSender Sender => Services.GetServices<IHostedService>().OfType<MailSender>().Single();

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        File.Delete(obstacle);
    }

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services)
    {
        var settings = (EmailSettings)services.Single(service => service.ServiceType == typeof(EmailSettings)).ImplementationInstance!;
        services.Replace(ServiceDescriptor.Singleton(settings with { Directory = obstacle }));
    }
}
