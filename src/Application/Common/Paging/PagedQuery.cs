using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Common.Paging;

/// <summary>What every list takes: a cursor (the default) or a page number, a limit, an order, and whether to count. All else that a list takes filters it.</summary>
public abstract record PagedQuery
{
    /// <summary>The first order of the list's <see cref="SortedByAttribute"/>, from the newest or last on.</summary>
    protected PagedQuery() => OrderBy = SortedByAttribute.NamesOf(GetType())[0];

    /// <summary>Where to go on, from an earlier answer.</summary>
    public string? Cursor { get; init; }

    /// <summary>1 to 1,000; switches to page mode.</summary>
    public int? Page { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = PageLimits.DefaultLimit;

    /// <summary>Whether to count all that match.</summary>
    public bool Total { get; init; } = true;

    /// <summary>One of the list's order names.</summary>
    public string OrderBy { get; init; }

    /// <summary><c>asc</c> or <c>desc</c>.</summary>
    public string OrderDir { get; init; } = PageLimits.Descending;
}

/// <summary>A list, a page at a time.</summary>
/// <typeparam name="TResponse">What it consists of.</typeparam>
public abstract record PagedQuery<TResponse> : PagedQuery, IQuery<Page<TResponse>>;
