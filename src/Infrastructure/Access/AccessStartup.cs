using CleanApi.Application.Access;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Resolves the key-encryption key and the password hasher when the host starts, so that a missing key or native library fails the start and not the first
/// sign-in.
/// </summary>
internal sealed class AccessStartup : IHostedService
{
    /// <summary>Resolving the parameters is the check.</summary>
    public AccessStartup(KeyEncryptionKey key, IPasswordHasher passwords)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(passwords);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
