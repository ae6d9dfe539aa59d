using System.Net.Sockets;
using System.Security.Cryptography;
using CleanApi.Infrastructure.Settings;
using CleanApi.WebApi.Logging;
using Microsoft.AspNetCore.Connections;

namespace CleanApi.WebApi.Common;

/// <summary>Where the program listens.</summary>
internal static class ListenAddresses
{
    private const string Default = "http://127.0.0.1:5080";

    // In the settings file, the default would win over ASPNETCORE_URLS.
    private static readonly string[] Settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>Listens on loopback, unless a setting says where.</summary>
    public static void UseDefault(WebApplicationBuilder builder)
    {
        if (Array.TrueForAll(Settings, name => string.IsNullOrWhiteSpace(builder.Configuration[name])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>Refuses addresses that are none, before anything else is started.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var address in (configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                if (BindingAddress.Parse(address).Scheme is "http" or "https")
                {
                    continue;
                }
            }
            catch (FormatException)
            {
                // Said below.
            }

            throw new StartException($"Urls has to be http or https addresses, separated by semicolons, such as {Default}; {Redactor.Text(address)} is none.");
        }
    }

    /// <summary>Starts the program; false: somebody has asked it to end before it had started.</summary>
    /// <exception cref="StartException">It cannot listen where it should.</exception>
    public static async Task<bool> StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            app.Logger.LogInformation("Stopped before the start was done");
            await EndAsync(app);
            return false;
        }
        catch (Exception exception)
        {
            var told = Refusal(exception, app.Configuration);
            await EndAsync(app);
            if (told is { } refusal)
            {
                throw refusal;
            }

            throw;
        }
    }

    // Otherwise the services that run already would report their end as a fault. A host that has hardly begun may not be able to stop: what is told is why it
    // did not start.
    private static async Task EndAsync(WebApplication app)
    {
        var logger = app.Logger;
        try
        {
            await app.StopAsync();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            logger.LogDebug(exception, "What had been started could not be stopped");
        }
    }

    private static bool HasCertificate(IConfiguration configuration) => configuration.GetSection("Kestrel:Certificates").Exists()
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(endpoint => endpoint.GetSection("Certificate").Exists());

    private static StartException? Refusal(Exception exception, IConfiguration configuration) => exception switch
    {
        IOException { InnerException: AddressInUseException } =>
            new StartException($"Urls: {exception.Message.TrimEnd('.')}. Stop what listens there, or set Urls to another address.", exception),
        InvalidOperationException when exception.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) =>
            new StartException("Urls: an https address needs a certificate. Set Kestrel__Certificates__Default__Path, and Kestrel__Certificates__Default__Password or __KeyPath.", exception),
        CryptographicException or FileNotFoundException or DirectoryNotFoundException when HasCertificate(configuration) =>
            new StartException($"Kestrel__Certificates: the certificate cannot be used ({exception.Message.TrimEnd('.')}). Check its Path, Password and KeyPath.", exception),
        SocketException => new StartException($"Urls: {configuration[WebHostDefaults.ServerUrlsKey] ?? Default} cannot be listened on ({exception.Message}).", exception),
        _ => null,
    };
}
