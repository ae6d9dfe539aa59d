namespace CleanApi.Application.Common.Paging;

/// <summary>Some of the items that match, in order.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Items">At most <see cref="PerPage"/>.</param>
/// <param name="PerPage">The limit asked for.</param>
/// <param name="HasMore">Whether items follow.</param>
/// <param name="NextCursor">Where the next page begins; null at the end and in page mode.</param>
/// <param name="Total">How many match in all; null when not asked for.</param>
/// <param name="Number">The page's number from 1 in page mode; null in cursor mode.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int PerPage, bool HasMore, string? NextCursor, long? Total, int? Number)
{
    /// <summary>Where whoever has read this page goes on later, whatever the filter; null: the list has no such place.</summary>
    public string? After { get; init; }

    /// <summary>How many pages there are; null in cursor mode, and when the total is not known.</summary>
    public long? TotalPages => Number is not null && Total is { } total ? (total + PerPage - 1) / PerPage : null;

    /// <summary>All the items of a list that is never longer than one page.</summary>
    public static Page<T> Whole(IReadOnlyList<T> items) => new(items, PageLimits.MaxLimit, HasMore: false, NextCursor: null, items.Count, Number: null);
}
