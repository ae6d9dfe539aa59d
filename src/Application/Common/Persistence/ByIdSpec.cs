using System.Linq.Expressions;
using Ardalis.Specification;
using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Persistence;

/// <summary>One aggregate by its id, to be changed.</summary>
internal sealed class ByIdSpec<T, TId> : SingleResultSpecification<T>
    where T : class, IAggregateRoot
    where TId : struct, ITypeId<TId>
{
    private static readonly ParameterExpression Entity = Expression.Parameter(typeof(T), "entity");
    private static readonly MemberExpression EntityId = Expression.Property(Entity, "Id");

    public ByIdSpec(TId id) => Query.Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(EntityId, Captured.Value(id)), Entity));
}
