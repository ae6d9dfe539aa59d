using CleanApi.Infrastructure.Settings;

namespace CleanApi.WebApi.Health;

/// <summary>
/// How the program ends. First <c>/health/ready</c> is 503, and requests are served as before for a while, so that load balancers have noticed when the port closes
/// (<c>Shutdown:DrainSeconds</c>); then running requests have 30 seconds.
/// </summary>
internal sealed class Shutdown(TimeSpan drain, IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    private const int MostSeconds = 300;

    private static readonly TimeSpan RunningRequests = TimeSpan.FromSeconds(30);

    /// <summary>Registers it. Unless set, it is 5 seconds, and none in Development.</summary>
    /// <exception cref="StartException">The setting is no such number.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var drain = TimeSpan.FromSeconds(configuration.ReadNumber("Shutdown:DrainSeconds", 0, MostSeconds) ?? (environment.IsDevelopment() ? 0 : 5));
        services.AddHostedService(provider => new Shutdown(drain, provider.GetRequiredService<IHostApplicationLifetime>()));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = drain + RunningRequests);
    }

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    /// <remarks>Before any service is stopped, the web server included. A program that never served has nothing to drain.</remarks>
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        lifetime.ApplicationStarted.IsCancellationRequested ? Task.Delay(drain, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
