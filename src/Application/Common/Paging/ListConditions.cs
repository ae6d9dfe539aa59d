using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// What the parameters of a list ask of its rows, by their names: <c>Search</c> looks into the <see cref="ISearchable.SearchText"/>, <c>CreatedAfter</c> and
/// <c>CreatedBefore</c> bound <c>CreatedAt</c>, and every other one is equal to the property of its name. Found once for each list.
/// </summary>
/// <typeparam name="T">The entity.</typeparam>
internal static class ListConditions<T>
{
    private const string At = nameof(At);

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Condition>> Conditions = new();
    private static readonly ParameterExpression Entity = Expression.Parameter(typeof(T), "entity");
    private static readonly MethodInfo Comparing = typeof(ListConditions<T>).GetMethod(nameof(Compare), BindingFlags.NonPublic | BindingFlags.Static)!;

    private delegate Expression<Func<T, bool>>? Condition(PagedQuery query);

    /// <summary>Checks at the start that the entity has what the parameters of a list filter by.</summary>
    /// <exception cref="InvalidOperationException">It has no property for one of them, or one of them has a value even where it is not sent.</exception>
    public static void Check(Type query) => _ = ConditionsOf(query);

    /// <summary>The conditions of those parameters that were sent.</summary>
    public static IEnumerable<Expression<Func<T, bool>>> Of(PagedQuery query)
    {
        foreach (var condition in ConditionsOf(query.GetType()))
        {
            if (condition(query) is { } sent)
            {
                yield return sent;
            }
        }
    }

    private static IReadOnlyList<Condition> ConditionsOf(Type query) => Conditions.GetOrAdd(query, static type => [.. ListParameter.Of(type).Select(Create)]);

    private static Condition Create(ListParameter parameter)
    {
        var name = parameter.Property.Name;
        if (name == ListParameterNames.Search && typeof(T).IsAssignableTo(typeof(ISearchable)))
        {
            return query => SearchCondition.Of<T>((string?)parameter.Read(query));
        }

        if (parameter.Property.GetCustomAttribute<MatchesNamesAttribute>() is { } names)
        {
            var column = Expression.Property(Entity, names.Property);
            return query => NamePattern.ConditionOf<T>((string?)parameter.Read(query), Entity, column);
        }

        var type = Nullable.GetUnderlyingType(parameter.Property.PropertyType) ?? parameter.Property.PropertyType;
        if (parameter.Property is { PropertyType.IsValueType: true, SetMethod.IsPublic: true } && type == parameter.Property.PropertyType)
        {
            throw new InvalidOperationException($"{parameter.Property.DeclaringType!.Name}.{name} would filter by its default where it is not sent: make it nullable.");
        }

        var (filtered, comparison) = type != typeof(DateTimeOffset) ? (name, ExpressionType.Equal)
            : name.EndsWith(ListParameterNames.After, StringComparison.Ordinal) ? (name[..^ListParameterNames.After.Length] + At, ExpressionType.GreaterThan)
            : name.EndsWith(ListParameterNames.Before, StringComparison.Ordinal) ? (name[..^ListParameterNames.Before.Length] + At, ExpressionType.LessThan)
            : (name, ExpressionType.Equal);
        return typeof(T).GetProperty(filtered) is { } property && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == type
            ? (Condition)Comparing.MakeGenericMethod(type).Invoke(null, [parameter, Expression.Property(Entity, property), comparison])!
            : throw new InvalidOperationException(
                $"{parameter.Property.DeclaringType!.Name}.{name} filters by {typeof(T).Name}.{filtered}, which is no {type.Name}. A parameter that does not filter says [DoesNotFilter].");
    }

    private static Condition Compare<TValue>(ListParameter parameter, MemberExpression column, ExpressionType comparison) => query =>
    {
        if (parameter.Read(query) is not TValue sent)
        {
            return null;
        }

        Expression value = Captured.Value(sent);
        value = value.Type == column.Type ? value : Expression.Convert(value, column.Type);
        return Expression.Lambda<Func<T, bool>>(Expression.MakeBinary(comparison, column, value), Entity);
    };
}
