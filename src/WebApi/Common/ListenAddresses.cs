using System.Net.Sockets;
using CleanApi.Infrastructure.Settings;
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

    /// <summary>Runs the program until it is told to stop.</summary>
    /// <exception cref="StartException">It cannot listen where it should.</exception>
    public static async Task RunAsync(WebApplication app)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (Exception exception)
            {
                // Otherwise the services that run already would report their end as a fault.
                await app.StopAsync();
                if (Refusal(exception, app.Configuration) is { } refusal)
                {
                    throw refusal;
                }

                throw;
            }

            await app.WaitForShutdownAsync();
        }
    }

    private static StartException? Refusal(Exception exception, IConfiguration configuration) => exception switch
    {
        IOException { InnerException: AddressInUseException } =>
            new StartException($"Urls: {exception.Message.TrimEnd('.')}. Stop what listens there, or set Urls to another address.", exception),
        SocketException => new StartException($"Urls: {configuration[WebHostDefaults.ServerUrlsKey] ?? Default} cannot be listened on ({exception.Message}).", exception),
        _ => null,
    };
}
