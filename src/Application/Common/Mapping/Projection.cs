using System.Linq.Expressions;
using Mapster;
using Mapster.Models;

namespace CleanApi.Application.Common.Mapping;

/// <summary>The mapping of an aggregate to its response as an expression, so that a query selects the columns of the response and no other.</summary>
/// <typeparam name="TSource">The aggregate.</typeparam>
/// <typeparam name="TResponse">The response.</typeparam>
public static class Projection<TSource, TResponse>
{
    /// <summary>Made once from the same Mapster configuration that maps in memory.</summary>
    public static readonly Expression<Func<TSource, TResponse>> Expression =
        (Expression<Func<TSource, TResponse>>)TypeAdapterConfig.GlobalSettings.CreateMapExpression(new TypeTuple(typeof(TSource), typeof(TResponse)), MapType.Projection);
}
