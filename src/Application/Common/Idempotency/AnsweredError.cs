using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Idempotency;

/// <summary>What a client was told of an error.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="StatusCode">400 to 499.</param>
/// <param name="Message">Human-readable.</param>
/// <param name="Details">The single errors.</param>
public sealed record AnsweredError(string Code, int StatusCode, string Message, IReadOnlyList<ErrorDetail> Details)
{
    /// <summary>The error to store; null for one that another attempt may not meet: the request was not carried out, because of what it is or of who sends it when.</summary>
    internal static AnsweredError? Of(AppException error) => error is ValidationError or AuthenticationError or AuthorizationError or RateLimitError or RequestInProgressError
        ? null
        : new AnsweredError(error.Code, error.StatusCode, error.Message, error.Details);
}
