using System.Linq.Expressions;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The names of the global query filters.</summary>
internal static class QueryFilters
{
    /// <summary>Only the caller's organization.</summary>
    public const string Tenant = "tenant";

    /// <summary>Only rows that are not soft-deleted.</summary>
    public const string NotDeleted = "not_deleted";

    /// <summary>Adds the filter for soft-deleted rows to an entity.</summary>
    public static void HideDeleted(ModelBuilder model, Type type)
    {
        var entity = Expression.Parameter(type, "entity");
        var deletedAt = Expression.Property(entity, nameof(ISoftDeletable.DeletedAt));
        var filter = Expression.Lambda(Expression.Equal(deletedAt, Expression.Constant(null, typeof(DateTimeOffset?))), entity);
        model.Entity(type).HasQueryFilter(NotDeleted, filter);
    }
}
