using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Persistence.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>Compares the EF model with the schema that the SQL migrations create. Not the schema app: what functions of the database alone use is no entity;
/// and not the partitions of a table, which are made with time.</summary>
public sealed class ModelTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    public async Task Every_column_of_the_model_is_in_the_database_with_its_type_and_nullability_and_the_reverse()
    {
        await using var scope = fixture.As(null);
        var model = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().GetService<IDesignTimeModel>().Model;
        var expected = model.GetEntityTypes().SelectMany(Columns).Order(StringComparer.Ordinal).ToList();
        (await StoredAsync()).Should().Equal(expected);
    }

    [Fact]
    public async Task Every_primary_key_of_the_model_is_that_of_the_table()
    {
        await using var scope = fixture.As(null);
        var model = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Model;
        var expected = model.GetEntityTypes()
            .Select(type => $"{type.GetSchema()}.{type.GetTableName()}: {string.Join(", ", type.FindPrimaryKey()!.Properties.Select(key => key.GetColumnName()))}")
            .Order(StringComparer.Ordinal);
        (await ReadAsync(
            """
            select conrelid::regclass::text || ': ' || (select string_agg(a.attname, ', ' order by k.position)
              from unnest(conkey) with ordinality k(num, position) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.num)
            from pg_constraint where contype = 'p' and connamespace::regnamespace::text not in ('public', 'app', 'pg_catalog')
              and not (select relispartition from pg_class where oid = conrelid)
            """)).Should().Equal(expected);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await StoredAsync();
        await Migrator.MigrateAsync(fixture.Owner, RolePasswords.None, NullLogger.Instance, CancellationToken.None);
        (await StoredAsync()).Should().Equal(before);
    }

    [Fact]
    public async Task A_database_migrated_by_Entity_Framework_keeps_its_history()
    {
        var rows = string.Join(", ", SqlMigrations.Ids.Select(id => $"('{id}', '10.0.14')"));
        await ExecuteAsync(
            $"""
            drop table public.migrations;
            CREATE TABLE IF NOT EXISTS public.migrations (
                "MigrationId" character varying(150) NOT NULL,
                "ProductVersion" character varying(32) NOT NULL,
                CONSTRAINT "PK_migrations" PRIMARY KEY ("MigrationId")
            );
            insert into public.migrations values {rows};
            """);

        await Migrator.MigrateAsync(fixture.Owner, RolePasswords.None, NullLogger.Instance, CancellationToken.None);

        (await ReadAsync("""select "MigrationId" || ' ' || "ProductVersion" from public.migrations""")).Should().Equal(SqlMigrations.Ids.Select(id => $"{id} 10.0.14"));
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap() =>
        SqlMigrations.Ids.Select(id => id[..5]).Should().Equal(Enumerable.Range(1, SqlMigrations.Ids.Count).Select(number => $"{number:0000}_"));

    private static IEnumerable<string> Columns(IEntityType type) =>
        from property in type.GetProperties()
        let nullable = property.IsColumnNullable() ? "null" : "not null"
        select $"{type.GetSchema()}.{type.GetTableName()}.{property.GetColumnName()} {Type(property.GetColumnType())} {nullable}";

    // The model does not contain the precision of times in the migrations.
    private static string Type(string columnType) => !columnType.StartsWith("timestamp", StringComparison.Ordinal) ? columnType
        : columnType.EndsWith("[]", StringComparison.Ordinal) ? "timestamp with time zone[]" : "timestamp with time zone";

    private Task<List<string>> StoredAsync() => ReadAsync(
        """
        select table_schema || '.' || table_name || '.' || column_name || ' ' || case udt_name when '_timestamptz' then 'timestamp with time zone[]' when '_text' then 'text[]' else data_type end || case is_nullable when 'YES' then ' null' else ' not null' end
        from information_schema.columns where table_schema not in ('public', 'app', 'pg_catalog', 'information_schema')
          and not (select relispartition from pg_class where oid = format('%I.%I', table_schema, table_name)::regclass)
          and coalesce(col_description(format('%I.%I', table_schema, table_name)::regclass, ordinal_position), '') not like 'Unused: %'
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var command = fixture.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> ReadAsync(string sql)
    {
        List<string> lines = [];
        await using var command = fixture.Owner.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
