using System.Linq.Expressions;

namespace Ardalis.Specification;

public static partial class SpecificationBuilderExtensions
{
    /// <summary>Sorts by a first key, ascending.</summary>
    public static IOrderedSpecificationBuilder<T> OrderBy<T>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector) =>
        OrderBy(builder, keySelector, true);

    /// <summary>Sorts by a first key, ascending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T> OrderBy<T>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T>)First(builder, keySelector, OrderTypeEnum.OrderBy, condition);

    /// <summary>Sorts by a first key, ascending.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> OrderBy<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector) =>
        OrderBy(builder, keySelector, true);

    /// <summary>Sorts by a first key, ascending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> OrderBy<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T, TResult>)First(builder, keySelector, OrderTypeEnum.OrderBy, condition);

    /// <summary>Sorts by a first key, descending.</summary>
    public static IOrderedSpecificationBuilder<T> OrderByDescending<T>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector) =>
        OrderByDescending(builder, keySelector, true);

    /// <summary>Sorts by a first key, descending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T> OrderByDescending<T>(
        this ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T>)First(builder, keySelector, OrderTypeEnum.OrderByDescending, condition);

    /// <summary>Sorts by a first key, descending.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> OrderByDescending<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector) =>
        OrderByDescending(builder, keySelector, true);

    /// <summary>Sorts by a first key, descending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> OrderByDescending<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T, TResult>)First(builder, keySelector, OrderTypeEnum.OrderByDescending, condition);

    /// <summary>Sorts by a further key, ascending.</summary>
    public static IOrderedSpecificationBuilder<T> ThenBy<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector) =>
        ThenBy(builder, keySelector, true);

    /// <summary>Sorts by a further key, ascending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T> ThenBy<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T>)Further(builder, keySelector, OrderTypeEnum.ThenBy, condition);

    /// <summary>Sorts by a further key, ascending.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> ThenBy<T, TResult>(
        this IOrderedSpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector) =>
        ThenBy(builder, keySelector, true);

    /// <summary>Sorts by a further key, ascending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> ThenBy<T, TResult>(
        this IOrderedSpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T, TResult>)Further(builder, keySelector, OrderTypeEnum.ThenBy, condition);

    /// <summary>Sorts by a further key, descending.</summary>
    public static IOrderedSpecificationBuilder<T> ThenByDescending<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector) =>
        ThenByDescending(builder, keySelector, true);

    /// <summary>Sorts by a further key, descending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T> ThenByDescending<T>(
        this IOrderedSpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T>)Further(builder, keySelector, OrderTypeEnum.ThenByDescending, condition);

    /// <summary>Sorts by a further key, descending.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> ThenByDescending<T, TResult>(
        this IOrderedSpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector) =>
        ThenByDescending(builder, keySelector, true);

    /// <summary>Sorts by a further key, descending, if the condition holds; if not, the keys chained to it are left out too.</summary>
    public static IOrderedSpecificationBuilder<T, TResult> ThenByDescending<T, TResult>(
        this IOrderedSpecificationBuilder<T, TResult> builder, Expression<Func<T, object?>> keySelector, bool condition) =>
        (SpecificationBuilder<T, TResult>)Further(builder, keySelector, OrderTypeEnum.ThenByDescending, condition);

    private static SpecificationBuilder<T> First<T>(
        ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, OrderTypeEnum orderType, bool condition)
    {
        var chain = (SpecificationBuilder<T>)builder;
        chain.IsChainDiscarded = false;
        return Further(chain, keySelector, orderType, condition);
    }

    private static SpecificationBuilder<T> Further<T>(
        ISpecificationBuilder<T> builder, Expression<Func<T, object?>> keySelector, OrderTypeEnum orderType, bool condition)
    {
        var chain = (SpecificationBuilder<T>)builder;
        chain.IsChainDiscarded |= !condition;
        if (!chain.IsChainDiscarded) chain.Specification.Add(new OrderExpressionInfo<T>(keySelector, orderType));
        return chain;
    }
}
