namespace Ardalis.Specification;

/// <summary>Specifications applied to collections.</summary>
internal static class InMemory
{
    internal static IEnumerable<TResult> Evaluate<T, TResult>(IEnumerable<T> source, ISpecification<T, TResult> specification)
    {
        var selector = specification.Selector ?? throw new SelectorNotFoundException();
        return Evaluate(source, (ISpecification<T>)specification).Select(selector.Compile());
    }

    internal static IEnumerable<T> Evaluate<T>(IEnumerable<T> source, ISpecification<T> specification)
    {
        foreach (var where in specification.WhereExpressions)
            source = source.Where(where.FilterFunc);
        source = Sort(source, specification);
        if (specification.Skip > 0) source = source.Skip(specification.Skip);
        return specification.Take < 0 ? source : source.Take(specification.Take);
    }

    private static IEnumerable<T> Sort<T>(IEnumerable<T> source, ISpecification<T> specification)
    {
        IOrderedEnumerable<T>? sorted = null;
        foreach (var key in specification.OrderExpressions)
        {
            sorted = (key.OrderType, sorted) switch
            {
                (OrderTypeEnum.OrderBy, null) => source.OrderBy(key.KeySelectorFunc),
                (OrderTypeEnum.OrderByDescending, null) => source.OrderByDescending(key.KeySelectorFunc),
                (OrderTypeEnum.ThenBy, not null) => sorted.ThenBy(key.KeySelectorFunc),
                (OrderTypeEnum.ThenByDescending, not null) => sorted.ThenByDescending(key.KeySelectorFunc),
                _ => throw new DuplicateOrderChainException(),
            };
        }

        return sorted ?? source;
    }
}
