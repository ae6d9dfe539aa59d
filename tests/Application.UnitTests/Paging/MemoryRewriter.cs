using System.Linq.Expressions;
using CleanApi.Application.Common.Paging;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>Puts comparisons that run in memory in the place of those that only the database runs.</summary>
internal sealed class MemoryRewriter : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.Method?.DeclaringType != typeof(Keyset))
        {
            return base.VisitBinary(node);
        }

        var order = Expression.Call(
            Expression.Constant(MemoryComparer.Instance), nameof(MemoryComparer.Compare), null,
            Expression.Convert(node.Left, typeof(object)), Expression.Convert(node.Right, typeof(object)));
        return Expression.MakeBinary(node.NodeType, order, Expression.Constant(0));
    }
}
