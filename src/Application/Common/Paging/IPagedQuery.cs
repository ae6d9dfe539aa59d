namespace CleanApi.Application.Common.Paging;

/// <summary>What every list takes: a cursor (the default) or a page number, a limit, an order, and whether to count.</summary>
public interface IPagedQuery
{
    /// <summary>Where to go on, from an earlier answer.</summary>
    string? Cursor { get; }

    /// <summary>1 to 1,000; switches to page mode.</summary>
    int? Page { get; }

    /// <summary>1 to 100.</summary>
    int Limit { get; }

    /// <summary>Whether to count all that match.</summary>
    bool Total { get; }

    /// <summary>One of the list's order names.</summary>
    string OrderBy { get; }

    /// <summary><c>asc</c> or <c>desc</c>.</summary>
    string OrderDir { get; }

    /// <summary>Everything that decides which items match, as text: a cursor belongs to one filter.</summary>
    string Filter { get; }
}
