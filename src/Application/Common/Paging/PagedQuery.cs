using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Common.Paging;

/// <summary>What every list takes: a cursor (the default) or a page number, a limit, an order, and whether to count. All else that a list takes filters it.</summary>
public abstract record PagedQuery
{
    /// <summary>The first order of the list's <see cref="SortedByAttribute"/>, from the newest or last on.</summary>
    protected PagedQuery() => OrderBy = SortedByAttribute.NamesOf(GetType())[0];

    /// <summary><c>meta.nextCursor</c> of the page before. Opaque, and bound to order and filter. Not together with <c>page</c>.</summary>
    public string? Cursor { get; init; }

    /// <summary>The page's number; switches from cursors to page numbers. Not together with <c>cursor</c>.</summary>
    public int? Page { get; init; }

    /// <summary>How many items a page has at most.</summary>
    public int Limit { get; init; } = PageLimits.DefaultLimit;

    /// <summary>Whether to count all that match; <c>false</c> is faster.</summary>
    public bool Total { get; init; } = true;

    /// <summary>What to order by; ties are ordered by id.</summary>
    public string OrderBy { get; init; }

    /// <summary>Ascending or descending.</summary>
    public string OrderDir { get; init; } = PageLimits.Descending;
}

/// <summary>A list, a page at a time.</summary>
/// <typeparam name="TResponse">What it consists of.</typeparam>
public abstract record PagedQuery<TResponse> : PagedQuery, IQuery<Page<TResponse>>;
