using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Loads the data key once the database is there, and before anything needs it. A missing key-encryption key or native library fails the start and not the first
/// sign-in: resolving the parameters is the check.
/// </summary>
internal sealed class AccessStartup(RootKey key, DummyPasswordHash hash) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return key.LoadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
