namespace CleanApi.Infrastructure.Webhooks;

/// <summary>What came of an attempt.</summary>
/// <param name="AttemptedAt">When it began, UTC.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Body">The beginning of its body.</param>
/// <param name="Error">What is told to the organization; null when it succeeded.</param>
/// <param name="RetryAfter">How long the endpoint wants to be left alone; null: it does not say.</param>
internal sealed record WebhookOutcome(DateTimeOffset AttemptedAt, TimeSpan Duration, int? Status, string? Body, string? Error, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the endpoint has taken it: 2xx, and nothing else.</summary>
    public bool IsSuccess => Error is null;

    /// <summary>Whether the endpoint wants nothing any more.</summary>
    public bool IsGone => Status == 410;

    /// <summary>Whether the endpoint, or what stands before it, has too much to do.</summary>
    public bool IsOverloaded => Status is 429 or 502 or 503 or 504;
}
