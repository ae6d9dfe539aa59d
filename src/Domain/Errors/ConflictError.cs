namespace CleanApi.Domain.Errors;

/// <summary>409: the request conflicts with the state of the resource.</summary>
/// <param name="reason">One of <see cref="ReasonCodes"/>.</param>
/// <param name="message">Human-readable.</param>
public sealed class ConflictError(string reason, string message)
    : AppException(message, ErrorCodes.Conflict, 409, ErrorDetail.Refusal(reason, message));
