using CleanApi.Application.Common.Paging;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>Rows that a page is read from as the database would read it.</summary>
internal static class MemoryTable
{
    public static Page<TResult> Read<T, TResult>(IReadOnlyCollection<T> rows, PageSpecification<T, TResult> page)
        where T : class
    {
        var rewriter = new MemoryRewriter();
        var found = page.WhereExpressions.Aggregate(
            rows.AsEnumerable(), (left, where) => left.Where((Func<T, bool>)((System.Linq.Expressions.LambdaExpression)rewriter.Visit(where.Filter)).Compile()));
        IOrderedEnumerable<T>? sorted = null;
        foreach (var order in page.OrderExpressions)
        {
            var descending = order.OrderType.ToString().EndsWith("Descending", StringComparison.Ordinal);
            sorted = sorted?.CreateOrderedEnumerable(order.KeySelectorFunc, MemoryComparer.Instance, descending)
                ?? (descending ? found.OrderByDescending(order.KeySelectorFunc, MemoryComparer.Instance) : found.OrderBy(order.KeySelectorFunc, MemoryComparer.Instance));
        }

        var results = sorted!.Skip(Math.Max(0, page.Skip)).Take(page.Take).Select(page.Selector!.Compile()).ToList();
        return page.ToPage(results, rows.Count(page.Matching.IsSatisfiedBy));
    }
}
