using CleanApi.Infrastructure.Settings;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>What is at the other end of the connections that serve requests.</summary>
/// <param name="Connections">How many connections the server grants this role to this database, over all instances.</param>
/// <param name="IsPooler">Whether there is a pooler between, such as PgBouncer. The server's limit is the pooler's then, not ours.</param>
/// <param name="EndsStatements">Whether the role has a limit of its own for how long a statement may take.</param>
internal sealed record ServerLimits(int Connections, bool IsPooler, bool EndsStatements)
{
    private const int SmallestDefault = 20;
    private const int LargestDefault = 50;

    // Two instances, while one takes over from the other, and a third for the owner, backups and whoever looks inside.
    private const int Shares = 3;

    // A pooler makes up the process id that it tells a client. The setting reserved_connections is new in PostgreSQL 16.
    private const string Select =
        """
        select pg_backend_pid(), least(
          current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true), '0')::int,
          (select nullif(rolconnlimit, -1) from pg_roles where rolname = session_user),
          (select nullif(datconnlimit, -1) from pg_database where datname = current_database())),
          current_setting('statement_timeout') <> '0'
        """;

    /// <summary>How many connections the pool has unless somebody says otherwise: 20 to 50 by the server's limit, and fewer where there are not so many.</summary>
    public int DefaultPoolSize => IsPooler ? LargestDefault : Math.Clamp(Connections / Shares, Math.Min(SmallestDefault, Math.Max(1, Connections - Shares)), LargestDefault);

    /// <summary>Asks over a connection.</summary>
    public static async Task<ServerLimits> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Select, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ServerLimits(reader.GetInt32(1), reader.GetInt32(0) != connection.ProcessID, reader.GetBoolean(2));
    }

    /// <summary>Refuses a pool that the server cannot fill.</summary>
    /// <param name="poolSize">The most connections of the pool.</param>
    /// <exception cref="StartException">Names the settings and the limit.</exception>
    public void Require(int poolSize)
    {
        if (!IsPooler && poolSize > Connections)
        {
            throw new StartException(
                $"The pool may have {poolSize} connections (Database__MaxPoolSize, or Maximum Pool Size in ConnectionStrings__CleanApi), and the server grants {Connections} to all " +
                "instances together. Lower the one, or raise the server's max_connections.");
        }
    }
}
