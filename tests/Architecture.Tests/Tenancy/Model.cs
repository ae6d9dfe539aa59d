using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanApi.Architecture.Tests.Tenancy;

/// <summary>The EF model, built without a database.</summary>
internal static class Model
{
    /// <summary>All entities.</summary>
    public static IReadOnlyList<IEntityType> Entities { get; } = Read();

    /// <summary>The table of an entity, <c>schema.name</c>.</summary>
    public static string Table(IEntityType entity) => $"{entity.GetSchema()}.{entity.GetTableName()}";

    private static IReadOnlyList<IEntityType> Read()
    {
        using var context = new CleanApiDbContext(new DbContextOptionsBuilder<CleanApiDbContext>().UseNpgsql("Host=nowhere").Options);
        return [.. context.Model.GetEntityTypes()];
    }
}
