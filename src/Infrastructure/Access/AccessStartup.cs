using CleanApi.Application.Access;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Access;

/// <summary>Has what Access needs made at the start, so that a missing key or a missing library shows then, and not at the first sign-in.</summary>
internal sealed class AccessStartup : IHostedService
{
    /// <summary>Made when the host starts, with what it is given.</summary>
    public AccessStartup(KeyEncryptionKey key, IPasswordHasher passwords)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(passwords);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
