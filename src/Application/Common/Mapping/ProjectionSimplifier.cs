using System.Linq.Expressions;

namespace CleanApi.Application.Common.Mapping;

/// <summary>
/// Makes a plain read of a column out of what Mapster makes of a member. Mapster guards each member against null with the default of its type, and copies a
/// struct id through its value: a database needs neither, and EF Core cannot translate the default of an id. Whatever else a mapping says stays as it is.
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

    // The row itself is never null. A member that is null becomes the default, which is null as well, only where the value is the member and nothing of it.
    private static bool IsNullCheck(Expression test, Expression value) => test switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => IsNullCheck(both.Left, value) && IsNullCheck(both.Right, value),
        BinaryExpression { NodeType: ExpressionType.NotEqual } differs => IsNeedless(differs, value),
        UnaryExpression { NodeType: ExpressionType.Not, Operand: BinaryExpression { NodeType: ExpressionType.Equal } same } => IsNeedless(same, value),
        _ => false,
    };

    private static bool IsNeedless(BinaryExpression comparison, Expression value) =>
        IsDefault(comparison.Right) && (comparison.Left is ParameterExpression || IsSame(comparison.Left, value));

    private static bool IsSame(Expression one, Expression other) =>
        one is MemberExpression { Expression: ParameterExpression row } left && other is MemberExpression right && left.Member == right.Member && right.Expression == row;
}
