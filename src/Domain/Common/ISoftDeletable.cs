namespace CleanApi.Domain.Common;

/// <summary>An entity that is hidden from every read once deleted, and kept.</summary>
public interface ISoftDeletable
{
    /// <summary>When it was deleted, UTC; null while it lives.</summary>
    DateTimeOffset? DeletedAt { get; }
}
