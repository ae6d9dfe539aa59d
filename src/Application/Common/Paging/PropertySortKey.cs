using System.Linq.Expressions;

namespace CleanApi.Application.Common.Paging;

/// <summary>A <see cref="SortKey{T,TResult}"/> over a property of any type that has a text form.</summary>
/// <param name="name">What <c>orderBy</c> calls it.</param>
/// <param name="property">The entity's property.</param>
/// <param name="read">The same value, from a row of the page.</param>
/// <param name="format">The value as text.</param>
/// <param name="parse">The value from its text; null when the text is none.</param>
public sealed class PropertySortKey<T, TResult, TValue>(
    string name,
    Expression<Func<T, TValue>> property,
    Func<TResult, TValue> read,
    Func<TValue, string> format,
    Func<string, (bool Ok, TValue Value)> parse) : SortKey<T, TResult>
{
    /// <inheritdoc />
    public override string Name => name;

    internal override Expression<Func<T, object?>> Property { get; } =
        Expression.Lambda<Func<T, object?>>(Expression.Convert(property.Body, typeof(object)), property.Parameters);

    internal override string ValueOf(TResult row) => format(read(row));

    /// <summary>
    /// <c>key ≤ @k and (key &lt; @k or id &lt; @id)</c> for a descending order: the first half lets an index on (key, id) begin at the position.
    /// </summary>
    internal override Expression<Func<T, bool>> After<TId>(Cursor cursor, bool descending, Expression<Func<T, TId>> id, TId position)
    {
        var (ok, value) = parse(cursor.Value);
        if (!ok)
        {
            throw Cursor.Invalid();
        }

        var row = property.Parameters[0];
        var key = property.Body;
        var rowId = new ReplaceParameter(id.Parameters[0], row).Visit(id.Body);
        var keyPosition = Parameter(value);
        var inside = Keyset.Compare(descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual, key, keyPosition);
        var past = descending ? ExpressionType.LessThan : ExpressionType.GreaterThan;
        return Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(inside, Expression.OrElse(Keyset.Compare(past, key, keyPosition), Keyset.Compare(past, rowId, Parameter(position)))), row);
    }

    // A member of a captured object, not a constant: EF Core makes it a parameter, so that all pages share one plan.
    private static MemberExpression Parameter<TParameter>(TParameter value) =>
        Expression.Property(Expression.Constant(new Captured<TParameter>(value)), nameof(Captured<>.Value));

    private sealed record Captured<TParameter>(TParameter Value);

    private sealed class ReplaceParameter(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
