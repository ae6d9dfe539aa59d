using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <inheritdoc cref="ISpecification{T}"/>
public class Specification<T> : ISpecification<T>
{
    private readonly List<WhereExpressionInfo<T>> filters = [];
    private readonly List<OrderExpressionInfo<T>> order = [];
    private readonly List<string> tags = [];

    /// <inheritdoc/>
    public ISpecificationBuilder<T> Query => new SpecificationBuilder<T>(this);

    /// <inheritdoc/>
    public IEnumerable<WhereExpressionInfo<T>> WhereExpressions => filters;

    /// <inheritdoc/>
    public IEnumerable<OrderExpressionInfo<T>> OrderExpressions => order;

    /// <inheritdoc/>
    public IEnumerable<string> QueryTags => tags;

    /// <inheritdoc/>
    public int Take { get; internal set; } = -1;

    /// <inheritdoc/>
    public int Skip { get; internal set; } = -1;

    /// <inheritdoc/>
    public bool AsTracking { get; internal set; }

    /// <inheritdoc/>
    public bool AsNoTracking { get; internal set; }

    /// <inheritdoc/>
    public bool IgnoreQueryFilters { get; internal set; }

    /// <inheritdoc/>
    public virtual IEnumerable<T> Evaluate(IEnumerable<T> entities) => InMemory.Evaluate(entities, this);

    /// <inheritdoc/>
    public virtual bool IsSatisfiedBy(T entity) => filters.TrueForAll(where => where.FilterFunc(entity));

    internal void Add(WhereExpressionInfo<T> where) => filters.Add(where);

    internal void Add(OrderExpressionInfo<T> key) => order.Add(key);

    internal void AddQueryTag(string tag) => tags.Add(tag);
}

/// <inheritdoc cref="ISpecification{T,TResult}"/>
public class Specification<T, TResult> : Specification<T>, ISpecification<T, TResult>
{
    /// <inheritdoc/>
    public new ISpecificationBuilder<T, TResult> Query => new SpecificationBuilder<T, TResult>(this);

    /// <inheritdoc/>
    public Expression<Func<T, TResult>>? Selector { get; internal set; }

    /// <inheritdoc/>
    public new virtual IEnumerable<TResult> Evaluate(IEnumerable<T> entities) => InMemory.Evaluate(entities, this);
}
