using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>The methods that build a specification. Each pair has one for entities and one that goes on to a projection.</summary>
public static partial class SpecificationBuilderExtensions
{
    /// <summary>Adds a filter.</summary>
    public static ISpecificationBuilder<T> Where<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, bool>> predicate) =>
        Where(builder, predicate, true);

    /// <summary>Adds a filter if the condition holds.</summary>
    public static ISpecificationBuilder<T> Where<T>(this ISpecificationBuilder<T> builder, Expression<Func<T, bool>> predicate, bool condition)
    {
        if (condition) builder.Specification.Add(new WhereExpressionInfo<T>(predicate));
        return builder;
    }

    /// <inheritdoc cref="Where{T}(ISpecificationBuilder{T},Expression{Func{T,bool}})"/>
    public static ISpecificationBuilder<T, TResult> Where<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, bool>> predicate) =>
        Where(builder, predicate, true);

    /// <inheritdoc cref="Where{T}(ISpecificationBuilder{T},Expression{Func{T,bool}},bool)"/>
    public static ISpecificationBuilder<T, TResult> Where<T, TResult>(
        this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, bool>> predicate, bool condition)
    {
        Where((ISpecificationBuilder<T>)builder, predicate, condition);
        return builder;
    }

    /// <summary>Says what is made of an entity; of two, the last one counts.</summary>
    public static void Select<T, TResult>(this ISpecificationBuilder<T, TResult> builder, Expression<Func<T, TResult>> selector) =>
        builder.Specification.Selector = selector;

    /// <summary>Leaves entities out at the start.</summary>
    /// <exception cref="DuplicateSkipException">The specification says already how many.</exception>
    public static ISpecificationBuilder<T> Skip<T>(this ISpecificationBuilder<T> builder, int skip)
    {
        if (builder.Specification.Skip != -1) throw new DuplicateSkipException();
        builder.Specification.Skip = skip;
        return builder;
    }

    /// <inheritdoc cref="Skip{T}(ISpecificationBuilder{T},int)"/>
    public static ISpecificationBuilder<T, TResult> Skip<T, TResult>(this ISpecificationBuilder<T, TResult> builder, int skip)
    {
        Skip((ISpecificationBuilder<T>)builder, skip);
        return builder;
    }

    /// <summary>Limits the number of entities.</summary>
    /// <exception cref="DuplicateTakeException">The specification has a limit already.</exception>
    public static ISpecificationBuilder<T> Take<T>(this ISpecificationBuilder<T> builder, int take)
    {
        if (builder.Specification.Take != -1) throw new DuplicateTakeException();
        builder.Specification.Take = take;
        return builder;
    }

    /// <inheritdoc cref="Take{T}(ISpecificationBuilder{T},int)"/>
    public static ISpecificationBuilder<T, TResult> Take<T, TResult>(this ISpecificationBuilder<T, TResult> builder, int take)
    {
        Take((ISpecificationBuilder<T>)builder, take);
        return builder;
    }

    /// <summary>Adds a comment to the statement that is sent to the database.</summary>
    public static ISpecificationBuilder<T> TagWith<T>(this ISpecificationBuilder<T> builder, string tag)
    {
        builder.Specification.AddQueryTag(tag);
        return builder;
    }

    /// <inheritdoc cref="TagWith{T}(ISpecificationBuilder{T},string)"/>
    public static ISpecificationBuilder<T, TResult> TagWith<T, TResult>(this ISpecificationBuilder<T, TResult> builder, string tag)
    {
        TagWith((ISpecificationBuilder<T>)builder, tag);
        return builder;
    }
}
