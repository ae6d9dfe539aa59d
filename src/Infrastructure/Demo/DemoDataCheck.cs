using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CleanApi.Infrastructure.Demo;

/// <summary>Ends a start over data that was seeded in Development: everybody knows the password of the demo accounts. Everywhere but in Development.</summary>
internal sealed class DemoDataCheck(Database database) : IHostedLifecycleService
{
    // A password that was set when its account was created is still the one of the demo data.
    private const string Select =
        "select exists (select from access.accounts where email = any($1) and deleted_at is null and password_hash is not null and password_changed_at = created_at)";

    /// <summary>Checks, before anything is served.</summary>
    /// <exception cref="StartException">There is a demo account with its first password.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Application.CreateCommand(Select);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. DemoPeople.Acme.Concat(DemoPeople.Globex).Select(person => person.Email)] });
        if (await command.ExecuteScalarAsync(cancellationToken) is true)
        {
            throw new StartException(
                "The database was seeded in Development: it has demo accounts, whose password everybody knows. Use another database, or end these accounts as docs/guides/operate.md says.");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
