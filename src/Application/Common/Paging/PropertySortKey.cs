using System.Linq.Expressions;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Paging;

/// <summary>A <see cref="SortKey{T,TResult}"/>, with the types of its property and its id. Made once for each order.</summary>
/// <param name="property">The name that entity and row have it under.</param>
internal sealed class PropertySortKey<T, TResult, TValue, TId>(string property) : SortKey<T, TResult>
    where TId : struct, ITypeId<TId>
{
    private static readonly ParameterExpression Entity = Expression.Parameter(typeof(T), "entity");
    private static readonly MemberExpression EntityId = Expression.Property(Entity, nameof(Id));
    private static readonly Func<TResult, TId> RowId = Reader<TId>(nameof(Id));

    private readonly CursorText<TValue> text = CursorText<TValue>.Instance;
    private readonly MemberExpression key = Expression.Property(Entity, property);
    private readonly Func<TResult, TValue> rowKey = Reader<TValue>(property);

    /// <inheritdoc />
    public override Expression<Func<T, object?>> Property { get; } = Boxed(Expression.Property(Entity, property));

    /// <inheritdoc />
    public override Expression<Func<T, object?>> Id { get; } = Boxed(EntityId);

    /// <inheritdoc />
    public override Cursor PositionOf(TResult row) => new(text.Format(rowKey(row)), RowId(row).Value);

    /// <summary>
    /// <c>key ≤ @k and (key &lt; @k or id &lt; @id)</c> for a descending order: the first half lets an index on (key, id) begin at the position.
    /// </summary>
    public override Expression<Func<T, bool>> KeysetPredicate(Cursor cursor, bool descending)
    {
        if (!text.TryParse(cursor.Value, out var value))
        {
            throw Cursor.Invalid();
        }

        var position = Captured.Value(value);
        var inside = Keyset.Compare(descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, key, position);
        var past = descending ? ExpressionType.LessThan : ExpressionType.GreaterThan;
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(
                inside,
                Expression.OrElse(Keyset.Compare(past, key, position), Keyset.Compare(past, EntityId, Captured.Value(TId.From(cursor.Id))))),
            Entity);
    }

    private static Expression<Func<T, object?>> Boxed(MemberExpression member) => Expression.Lambda<Func<T, object?>>(Expression.Convert(member, typeof(object)), Entity);

    private static Func<TResult, TMember> Reader<TMember>(string member)
    {
        var row = Expression.Parameter(typeof(TResult), "row");
        return Expression.Lambda<Func<TResult, TMember>>(Expression.Property(row, member), row).Compile();
    }
}
