using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>One filter of a specification.</summary>
/// <typeparam name="T">The entity.</typeparam>
public class WhereExpressionInfo<T>
{
    private readonly Lazy<Func<T, bool>> compiled;

    public WhereExpressionInfo(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        Filter = filter;
        compiled = new(filter.Compile);
    }

    /// <summary>Whether an entity passes.</summary>
    public Expression<Func<T, bool>> Filter { get; }

    /// <summary><see cref="Filter"/>, compiled.</summary>
    public Func<T, bool> FilterFunc => compiled.Value;
}
