using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>The SQL files and the EF model are written apart: here they are held against each other.</summary>
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
            from pg_constraint where contype = 'p' and connamespace::regnamespace::text not in ('public', 'pg_catalog')
            """)).Should().Equal(expected);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await StoredAsync();
        await Migrator.MigrateAsync(fixture.Owner, null, CancellationToken.None);
        (await StoredAsync()).Should().Equal(before);
    }

    private static IEnumerable<string> Columns(IEntityType type) =>
        from property in type.GetProperties()
        let nullable = property.IsColumnNullable() ? "null" : "not null"
        select $"{type.GetSchema()}.{type.GetTableName()}.{property.GetColumnName()} {Type(property.GetColumnType())} {nullable}";

    // The model does not know the precision that the files give to times.
    private static string Type(string columnType) => columnType.StartsWith("timestamp", StringComparison.Ordinal) ? "timestamp with time zone" : columnType;

    private Task<List<string>> StoredAsync() => ReadAsync(
        """
        select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'YES' then ' null' else ' not null' end
        from information_schema.columns where table_schema not in ('public', 'pg_catalog', 'information_schema')
        """);

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
