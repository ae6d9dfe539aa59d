using System.Linq.Expressions;
using Mapster;

namespace CleanApi.Application.Common.Mapping;

/// <summary>The mapping of an aggregate to its response as an expression, so that a query selects only the columns of the response.</summary>
/// <typeparam name="TSource">The aggregate.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public static class Projection<TSource, TResponse>
{
    /// <summary>Built once, from the Mapster configuration that also maps in memory.</summary>
    public static readonly Expression<Func<TSource, TResponse>> Expression = Create();

    // Mapster builds a Select call; its second argument is the projection.
    private static Expression<Func<TSource, TResponse>> Create()
    {
        var select = (MethodCallExpression)Array.Empty<TSource>().AsQueryable().ProjectToType<TResponse>().Expression;
        var projection = (Expression<Func<TSource, TResponse>>)((UnaryExpression)select.Arguments[1]).Operand;
        return new ProjectionSimplifier().VisitAndConvert(projection, nameof(Create));
    }
}
