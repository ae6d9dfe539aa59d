using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace CleanApi.WebApi.RateLimits;

/// <summary>Whether a request is admitted. Holds nothing that would have to be given back.</summary>
/// <param name="retryAfter">After which time a refused one is; null: it is admitted.</param>
internal sealed class RateLimitDecision(TimeSpan? retryAfter) : RateLimitLease
{
    /// <summary>It is.</summary>
    public static readonly RateLimitDecision Admitted = new(null);

    /// <summary>It has not been asked yet whether it is.</summary>
    public static readonly RateLimitDecision Open = new(TimeSpan.Zero);

    /// <inheritdoc />
    public override bool IsAcquired => retryAfter is null;

    /// <inheritdoc />
    public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    /// <inheritdoc />
    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = string.Equals(metadataName, MetadataName.RetryAfter.Name, StringComparison.Ordinal) ? retryAfter : null;
        return metadata is not null;
    }
}
