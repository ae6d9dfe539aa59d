using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Ardalis.Specification;
using CleanApi.Application.Common.Paging;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A sort order of a list.</summary>
/// <param name="List">The names of the specification and the order.</param>
/// <param name="Entity">The listed entity.</param>
/// <param name="Keys">The sort properties, the id last.</param>
/// <param name="Fixed">The properties that are constant within the list.</param>
internal sealed record ListOrder(string List, Type Entity, IReadOnlyList<string> Keys, IReadOnlyList<string> Fixed)
{
    private static readonly Type[] Types = typeof(PagedQuery).Assembly.GetTypes();

    /// <summary>All orders: each sort key of each page specification.</summary>
    public static IReadOnlyList<ListOrder> All { get; } =
    [
        .. from specification in Types
           where !specification.IsAbstract && BaseOf(specification, typeof(PageSpecification<,>)) is not null
           let arguments = BaseOf(specification, typeof(PageSpecification<,>))!.GetGenericArguments()
           from name in SortedByAttribute.NamesOf(specification.GetConstructors().Single().GetParameters()[0].ParameterType)
           select (ListOrder)typeof(ListOrder).GetMethod(nameof(Of), BindingFlags.Static | BindingFlags.NonPublic)!
               .MakeGenericMethod(arguments[0]).Invoke(null, [Create(specification, name), $"{specification.Name} by {name}"])!,
    ];

    /// <summary>Whether an index serves the order: it starts with the fixed columns, if there are any, and continues with the sort columns.</summary>
    public static bool IsServed(IReadOnlyList<string> index, IReadOnlyList<string> keys, IReadOnlyCollection<string> scope)
    {
        var fixedColumns = index.TakeWhile(scope.Contains).Count();
        return (fixedColumns > 0 || scope.Count == 0) && index.Skip(fixedColumns).Take(keys.Count).SequenceEqual(keys);
    }

    private static ListOrder Of<T>(ISpecification<T> specification, string list) => new(
        list, typeof(T), [.. specification.OrderExpressions.Select(order => Member(order.KeySelector.Body))],
        [.. specification.WhereExpressions.SelectMany(where => Fixes(where.Filter.Body))]);

    private static string Member(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Member(converted.Operand),
        MemberExpression { Expression: ParameterExpression } member => member.Member.Name,
        _ => throw new NotSupportedException($"{expression} is no property of what is listed."),
    };

    // Members that are compared for equality with a value from outside the row.
    private static IEnumerable<string> Fixes(Expression condition) => condition switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => Fixes(both.Left).Concat(Fixes(both.Right)),
        BinaryExpression { NodeType: ExpressionType.Equal, Left: MemberExpression { Expression: ParameterExpression } left, Right: not ConstantExpression } => [left.Member.Name],
        _ => [],
    };

    private static object Create(Type specification, string orderBy) => Activator.CreateInstance(
        specification, [.. specification.GetConstructors().Single().GetParameters().Select(parameter => Argument(parameter.ParameterType, orderBy))])!;

    private static object? Argument(Type type, string orderBy)
    {
        if (!type.IsAssignableTo(typeof(PagedQuery)))
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        var query = RuntimeHelpers.GetUninitializedObject(type);
        type.GetProperty(nameof(PagedQuery.OrderBy))!.SetValue(query, orderBy);
        type.GetProperty(nameof(PagedQuery.OrderDir))!.SetValue(query, PageLimits.Descending);
        return query;
    }

    private static Type? BaseOf(Type type, Type open) =>
        type.BaseType is not { } parent ? null : parent.IsGenericType && parent.GetGenericTypeDefinition() == open ? parent : BaseOf(parent, open);
}
