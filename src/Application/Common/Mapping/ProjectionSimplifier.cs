using System.Linq.Expressions;

namespace CleanApi.Application.Common.Mapping;

/// <summary>
/// Simplifies the member mappings of Mapster to plain column reads. Mapster adds a null check with the type's default to each member and copies a struct id
/// through its value: a database needs neither, and EF Core cannot translate the default of an id. Other expressions stay as they are.
/// </summary>
internal sealed class ProjectionSimplifier : ExpressionVisitor
{
    // row != null && row.Name != null ? row.Name : null
    protected override Expression VisitConditional(ConditionalExpression node)
    {
        var value = Visit(node.IfTrue);
        return IsDefault(node.IfFalse) && IsNullCheck(node.Test, value) ? value : base.VisitConditional(node);
    }

    // (DateTimeOffset?)(DateTimeOffset)row.ExpiresAt
    protected override Expression VisitUnary(UnaryExpression node)
    {
        var operand = Visit(node.Operand);
        return node.NodeType is ExpressionType.Convert && operand is UnaryExpression { NodeType: ExpressionType.Convert } inner && inner.Operand.Type == node.Type
            ? inner.Operand
            : node.Update(operand);
    }

    protected override Expression VisitMemberInit(MemberInitExpression node) =>
        node.Bindings.Count == 0 ? Visit(node.NewExpression) : base.VisitMemberInit(node);

    // new UserId(row.Id.Value)
    protected override Expression VisitNew(NewExpression node) =>
        node.Arguments is [MemberExpression { Expression: { } copied }] && copied.Type == node.Type && node.Type.IsValueType ? Visit(copied) : base.VisitNew(node);

    private static bool IsDefault(Expression node) => node is DefaultExpression or ConstantExpression { Value: null };

    // The row is never null. The check of a member is redundant only if the value is that member: then null becomes the default, which is null too.
    private static bool IsNullCheck(Expression test, Expression value) => test switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => IsNullCheck(both.Left, value) && IsNullCheck(both.Right, value),
        BinaryExpression { NodeType: ExpressionType.NotEqual } differs => IsRedundant(differs, value),
        UnaryExpression { NodeType: ExpressionType.Not, Operand: BinaryExpression { NodeType: ExpressionType.Equal } same } => IsRedundant(same, value),
        _ => false,
    };

    private static bool IsRedundant(BinaryExpression comparison, Expression value) =>
        IsDefault(comparison.Right) && (comparison.Left is ParameterExpression || IsSame(comparison.Left, value));

    private static bool IsSame(Expression one, Expression other) =>
        one is MemberExpression { Expression: ParameterExpression row } left && other is MemberExpression right && left.Member == right.Member && right.Expression == row;
}
