namespace CleanApi.Infrastructure.Webhooks;

/// <summary>An endpoint has not taken what was sent.</summary>
/// <param name="message">What is told to the organization.</param>
/// <param name="isFinal">Whether trying again is of no use.</param>
/// <param name="retryAfter">How long the endpoint wants to be left alone.</param>
internal sealed class WebhookFailedException(string message, bool isFinal, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>Whether trying again is of no use.</summary>
    public bool IsFinal { get; } = isFinal;

    /// <summary>How long the endpoint wants to be left alone; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
