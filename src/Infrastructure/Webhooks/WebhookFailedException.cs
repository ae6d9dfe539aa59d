using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Webhooks;

/// <summary>An endpoint has not taken what was sent.</summary>
/// <param name="message">What is told to the organization.</param>
/// <param name="verdict">What that means for the delivery.</param>
/// <param name="retryAfter">How long the endpoint wants to be left alone.</param>
internal sealed class WebhookFailedException(string message, Verdict verdict, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>What that means for the delivery.</summary>
    public Verdict Verdict { get; } = verdict;

    /// <summary>How long the endpoint wants to be left alone; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
