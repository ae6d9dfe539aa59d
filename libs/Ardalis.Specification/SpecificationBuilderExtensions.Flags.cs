namespace Ardalis.Specification;

public static partial class SpecificationBuilderExtensions
{
    /// <summary>The entities are not tracked for changes. The last one of this and AsTracking counts.</summary>
    public static ISpecificationBuilder<T> AsNoTracking<T>(this ISpecificationBuilder<T> builder) where T : class
    {
        builder.Specification.AsTracking = false;
        builder.Specification.AsNoTracking = true;
        return builder;
    }

    /// <inheritdoc cref="AsNoTracking{T}(ISpecificationBuilder{T})"/>
    public static ISpecificationBuilder<T, TResult> AsNoTracking<T, TResult>(this ISpecificationBuilder<T, TResult> builder) where T : class
    {
        AsNoTracking((ISpecificationBuilder<T>)builder);
        return builder;
    }

    /// <summary>The entities are tracked for changes. The last one of this and AsNoTracking counts.</summary>
    public static ISpecificationBuilder<T> AsTracking<T>(this ISpecificationBuilder<T> builder) where T : class
    {
        builder.Specification.AsNoTracking = false;
        builder.Specification.AsTracking = true;
        return builder;
    }

    /// <inheritdoc cref="AsTracking{T}(ISpecificationBuilder{T})"/>
    public static ISpecificationBuilder<T, TResult> AsTracking<T, TResult>(this ISpecificationBuilder<T, TResult> builder) where T : class
    {
        AsTracking((ISpecificationBuilder<T>)builder);
        return builder;
    }

    /// <summary>The model's query filters are not applied.</summary>
    public static ISpecificationBuilder<T> IgnoreQueryFilters<T>(this ISpecificationBuilder<T> builder) where T : class
    {
        builder.Specification.IgnoreQueryFilters = true;
        return builder;
    }

    /// <inheritdoc cref="IgnoreQueryFilters{T}(ISpecificationBuilder{T})"/>
    public static ISpecificationBuilder<T, TResult> IgnoreQueryFilters<T, TResult>(this ISpecificationBuilder<T, TResult> builder) where T : class
    {
        IgnoreQueryFilters((ISpecificationBuilder<T>)builder);
        return builder;
    }
}
