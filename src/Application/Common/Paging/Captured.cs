using System.Linq.Expressions;

namespace CleanApi.Application.Common.Paging;

/// <summary>A value in an expression that is built: a member of a captured object, not a constant, so that EF Core makes it a parameter and all values share a plan.</summary>
internal static class Captured
{
    /// <summary>The value.</summary>
    public static MemberExpression Value<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<>.Content));

    private sealed record Box<T>(T Content);
}
