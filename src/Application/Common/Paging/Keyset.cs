using System.Linq.Expressions;
using System.Reflection;

namespace CleanApi.Application.Common.Paging;

/// <summary>Order comparisons in expressions, for types that C# has no operator for (strings, ids); the database compares the columns.</summary>
internal static class Keyset
{
    private static readonly MethodInfo ComparerMethod = typeof(Keyset).GetMethod(nameof(Ordered), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>A comparison of two expressions of the same type.</summary>
    public static BinaryExpression Compare(ExpressionType comparison, Expression left, Expression right) =>
        Expression.MakeBinary(comparison, left, right, liftToNull: false, ComparerMethod.MakeGenericMethod(left.Type));

    private static bool Ordered<T>(T left, T right) =>
        throw new NotSupportedException($"Rows are ordered by the database alone, not {left} and {right} in memory.");
}
