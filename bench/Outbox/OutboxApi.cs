using CleanApi.Application.Common.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace CleanApi.Bench.Outbox;

/// <summary>The program with six more handlers; who gets an event is said while it runs.</summary>
internal sealed class OutboxApi : WebApplicationFactory<Program>
{
    private const int Handlers = 3;

    private volatile Mode mode = Mode.Real;

    /// <summary>Listens on a port of loopback.</summary>
    public OutboxApi(int port) => UseKestrel(port);

    /// <summary>Who gets the events from now on.</summary>
    public Mode Mode
    {
        set => mode = value;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureTestServices(services =>
        {
            services.PostConfigure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
            foreach (var descriptor in services.Where(service => service.ServiceType == typeof(EventSubscription)).ToList())
            {
                var own = (EventSubscription)descriptor.ImplementationInstance!;
                services.Remove(descriptor);
                services.AddSingleton(own with { Wants = (provider, name, organization) => mode == Mode.Real && own.Wants(provider, name, organization) });
            }

            for (var number = 1; number <= Handlers; number++)
            {
                services.AddSingleton(Handler($"bench.written-{number}", Mode.Written));
                services.AddSingleton(Handler($"bench.handled-{number}", Mode.Handled));
            }
        });
    }

    private EventSubscription Handler(string name, Mode when) => new(name, null, IsTransactional: true, (_, _, _) => mode == when, (_, _, _) => Task.CompletedTask);
}
