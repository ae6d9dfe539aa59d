using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Errors;

/// <summary>What went wrong.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">For people.</param>
/// <param name="Details">What is wrong in particular; may be empty.</param>
/// <param name="RequestId">The request's id, as in X-Request-ID.</param>
/// <param name="Timestamp">When, in UTC.</param>
/// <param name="Documentation">The page that describes the code.</param>
public sealed record ErrorBody(
    string Code, string Message, IReadOnlyList<ErrorDetail> Details, string RequestId, DateTimeOffset Timestamp, string Documentation);
