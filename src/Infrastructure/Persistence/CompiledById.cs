using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using CleanApi.Application.Common.Mapping;
using CleanApi.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The compiled query that reads an entity by id and projects it to a response, compiled once per model.</summary>
internal static class CompiledById<T, TId, TResponse>
    where T : class
    where TId : struct, ITypeId<TId>
    where TResponse : class
{
    private static readonly ConditionalWeakTable<IModel, Func<CleanApiDbContext, TId, CancellationToken, Task<TResponse?>>> Queries = [];

    /// <summary>Returns the entity with this id, subject to the model's query filters.</summary>
    public static Task<TResponse?> FindAsync(CleanApiDbContext db, TId id, CancellationToken cancellationToken) =>
        Queries.GetValue(db.Model, static _ => Compile())(db, id, cancellationToken);

    private static Func<CleanApiDbContext, TId, CancellationToken, Task<TResponse?>> Compile()
    {
        // (db, id, token) => db.Set<T>().AsNoTracking().Where(entity => entity.Id == id).Select(projection).SingleOrDefault()
        var db = Expression.Parameter(typeof(CleanApiDbContext), "db");
        var id = Expression.Parameter(typeof(TId), "id");
        var token = Expression.Parameter(typeof(CancellationToken), "cancellationToken");
        var entity = Expression.Parameter(typeof(T), "entity");
        var isIt = Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(entity, "Id"), id), entity);
        Expression source = Expression.Call(db, nameof(DbContext.Set), [typeof(T)]);
        source = Expression.Call(typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.AsNoTracking), [typeof(T)], source);
        source = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [typeof(T)], source, Expression.Quote(isIt));
        source = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(TResponse)], source, Expression.Quote(Projection<T, TResponse>.Expression));
        source = Expression.Call(typeof(Queryable), nameof(Queryable.SingleOrDefault), [typeof(TResponse)], source);
        return EF.CompileAsyncQuery(Expression.Lambda<Func<CleanApiDbContext, TId, CancellationToken, TResponse?>>(source, db, id, token));
    }
}
