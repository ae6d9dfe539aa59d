using System.Linq.Expressions;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;

namespace CleanApi.Application.Common.Paging;

/// <summary>Whether an entity has a text in its <see cref="ISearchable.SearchText"/>.</summary>
internal static class SearchCondition
{
    /// <summary>The condition; null where there is nothing to look for.</summary>
    public static Expression<Func<T, bool>>? Of<T>(string? search)
    {
        if (SearchText.Of(search) is not { } text)
        {
            return null;
        }

        // A trigram index has nothing to go by in a shorter text and would be read whole; the concatenation keeps PostgreSQL from choosing it.
        Expression<Func<string, bool>> isFound = SearchText.HasTrigram(text) ? searched => SearchText.IsIn(searched, text) : searched => SearchText.IsIn(searched + "", text);
        var entity = Expression.Parameter(typeof(T), "entity");
        var searched = Expression.Property(entity, nameof(ISearchable.SearchText));
        return Expression.Lambda<Func<T, bool>>(new ReplaceParameter(isFound.Parameters[0], searched).Visit(isFound.Body), entity);
    }

    private sealed class ReplaceParameter(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
