using System.Linq.Expressions;

namespace Ardalis.Specification;

/// <summary>One sort key of a specification.</summary>
/// <typeparam name="T">The entity.</typeparam>
public class OrderExpressionInfo<T>
{
    private readonly Lazy<Func<T, object?>> compiled;

    public OrderExpressionInfo(Expression<Func<T, object?>> keySelector, OrderTypeEnum orderType)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        KeySelector = keySelector;
        OrderType = orderType;
        compiled = new(keySelector.Compile);
    }

    /// <summary>The key of an entity.</summary>
    public Expression<Func<T, object?>> KeySelector { get; }

    /// <summary>The key's direction and place.</summary>
    public OrderTypeEnum OrderType { get; }

    /// <summary><see cref="KeySelector"/>, compiled.</summary>
    public Func<T, object?> KeySelectorFunc => compiled.Value;
}
