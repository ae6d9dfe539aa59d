using System.Reflection;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence.Migrations;

/// <summary>Applies the embedded migrations <c>NNNN_name.sql</c> in the order of their names, forward only. A file's name is its id in the history.</summary>
internal static class SqlMigrations
{
    private const string Extension = ".sql";

    // Entity Framework Core's table: it applied the migrations of earlier versions, whose databases keep their history.
    private const string CreateHistory =
        """
        create table if not exists public.migrations (
          "MigrationId" varchar(150) not null constraint "PK_migrations" primary key, "ProductVersion" varchar(32) not null)
        """;

    private static readonly Assembly Assembly = typeof(SqlMigrations).Assembly;

    /// <summary>The ids of all files, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Assembly.GetManifestResourceNames().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).Select(name => name[..^Extension.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Applies the pending migrations, each in a transaction with its history entry. The caller must hold the advisory lock.</summary>
    public static async Task ApplyAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        await using (var create = new NpgsqlCommand(CreateHistory, owner))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var applied = await AppliedAsync(owner, cancellationToken);
        foreach (var id in Ids.Where(id => !applied.Contains(id)))
        {
            await ApplyAsync(owner, id, cancellationToken);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection owner, string id, CancellationToken cancellationToken)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        if (id == CanonicalAddresses.Migration)
        {
            await CanonicalAddresses.ApplyAsync(owner, cancellationToken);
        }

        await using (var migration = new NpgsqlCommand(await ReadAsync(id, cancellationToken), owner))
        {
            await migration.ExecuteNonQueryAsync(cancellationToken);
        }

        await using (var line = new NpgsqlCommand("insert into public.migrations values ($1, $2)", owner))
        {
            line.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            line.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Assembly.GetName().Version!.ToString() });
            await line.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        HashSet<string> applied = new(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("""select "MigrationId" from public.migrations""", owner);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }

    private static async Task<string> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(id + Extension)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
