using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>Every order of every list is served by an index, within the tenant or the account that owns the listed rows.</summary>
public sealed class ListIndexTests(PersistenceFixture fixture) : IClassFixture<PersistenceFixture>
{
    [Fact]
    [Trait("Requirement", "R18")]
    public async Task Every_order_of_every_list_has_an_index()
    {
        await using var scope = fixture.As(null);
        var model = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Model;
        var indexes = await IndexesAsync();

        ListOrder.All.Should().NotBeEmpty();
        var missing = from order in ListOrder.All
                      let entity = model.FindEntityType(order.Entity)!
                      let keys = Columns(entity, order.Keys)
                      let owner = Columns(entity, Scope(entity).Concat(order.Fixed))
                      where !indexes[$"{entity.GetSchema()}.{entity.GetTableName()}"].Any(index => ListOrder.IsServed(index, keys, owner))
                      select $"{order.List}: create index on {entity.GetSchema()}.{entity.GetTableName()} ({string.Join(", ", owner)}, {string.Join(", ", keys)})";
        missing.Should().BeEmpty();
    }

    [Theory]
    [InlineData("organization_id,created_at,id", true)]
    [InlineData("organization_id,user_id,created_at,id", true)]
    [InlineData("user_id,created_at,id", true)]
    [InlineData("user_id,created_at", false)]
    [InlineData("organization_id,id,created_at", false)]
    [InlineData("organization_id,name,created_at,id", false)]
    [InlineData("organization_id,created_at desc,id", false)]
    [InlineData("created_at,id", false)]
    public void An_order_without_an_index_is_detected(string index, bool isServed) =>
        ListOrder.IsServed(index.Split(','), ["created_at", "id"], ["organization_id", "user_id"]).Should().Be(isServed);

    // An organization is of nobody: the operator lists all of them.
    private static IEnumerable<string> Scope(IEntityType entity) =>
        entity.ClrType == typeof(Organization) ? []
        : entity.ClrType.IsAssignableTo(typeof(ITenantOwned)) ? [nameof(ITenantOwned.OrganizationId)] : entity.GetForeignKeys().SelectMany(key => key.Properties).Select(property => property.Name);

    private static List<string> Columns(IEntityType entity, IEnumerable<string> properties) => [.. properties.Distinct().Select(name => entity.FindProperty(name)!.GetColumnName())];

    private async Task<ILookup<string, string[]>> IndexesAsync()
    {
        List<(string Table, string[] Columns)> indexes = [];
        await using var command = fixture.Owner.CreateCommand(
            """
            select i.indrelid::regclass::text, array_agg(coalesce(a.attname, '') || case when i.indoption[k.position - 1] & 1 = 1 then ' desc' else '' end order by k.position)
            from pg_index i
              join pg_class c on c.oid = i.indexrelid
              join pg_am m on m.oid = c.relam and m.amname = 'btree'
              cross join unnest(i.indkey) with ordinality k(num, position)
              left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
            group by i.indexrelid, i.indrelid
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            indexes.Add((reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        }

        return indexes.ToLookup(index => index.Table, index => index.Columns, StringComparer.Ordinal);
    }
}
