namespace CleanApi.Domain.Errors;

/// <summary>409: an earlier request with the same idempotency key is not finished yet (draft-ietf-httpapi-idempotency-key-header-06, section 2.6).</summary>
public sealed class RequestInProgressError() : AppException(Text, ErrorCodes.Conflict, 409, ErrorDetail.Refusal(ReasonCodes.RequestInProgress, Text)), IRetryable
{
    private const string Text = "A request with this Idempotency-Key is being carried out: send it again in a moment";

    /// <inheritdoc />
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
