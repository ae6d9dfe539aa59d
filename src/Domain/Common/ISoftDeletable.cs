namespace CleanApi.Domain.Common;

/// <summary>An entity whose deleted rows are kept and filtered from every query.</summary>
public interface ISoftDeletable
{
    /// <summary>When it was deleted, UTC; null when it was not.</summary>
    DateTimeOffset? DeletedAt { get; }
}
