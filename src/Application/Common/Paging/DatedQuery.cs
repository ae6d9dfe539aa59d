namespace CleanApi.Application.Common.Paging;

/// <summary>A list whose items can be bounded by when they were created and last changed.</summary>
/// <typeparam name="TResponse">What it consists of.</typeparam>
public abstract record DatedQuery<TResponse> : PagedQuery<TResponse>
{
    /// <summary>Only what was created after this time, exclusive.</summary>
    public DateTimeOffset? CreatedAfter { get; init; }

    /// <summary>Only what was created before this time, exclusive.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Only what last changed after this time, exclusive.</summary>
    public DateTimeOffset? UpdatedAfter { get; init; }

    /// <summary>Only what last changed before this time, exclusive.</summary>
    public DateTimeOffset? UpdatedBefore { get; init; }
}
