using CleanApi.Application.Common.Mail;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.Mail;

/// <summary>Registers the outbox of mails and their sender.</summary>
internal static class DependencyInjection
{
    /// <summary>Adds what stands behind <see cref="IMailOutbox"/>.</summary>
    /// <exception cref="StartException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = EmailSettings.Read(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(new MailFolder(settings.Smtp is null ? Path.GetFullPath(settings.Directory) : null));
        services.AddSingleton<MailSeal>();
        services.AddSingleton<RecipientHash>();
        services.AddMetrics();
        services.AddSingleton<MailMeter>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton(MailQueue.Mails);
        services.AddScoped<IMailOutbox, MailOutbox>();
        services.AddSingleton<MailRetention>();
        services.AddHostedService<MailHousekeeping>();
        return services.AddHostedService<MailSender>();
    }
}
