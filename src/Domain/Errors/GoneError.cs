namespace CleanApi.Domain.Errors;

/// <summary>410: the resource existed and is gone for good.</summary>
/// <param name="reason">One of <see cref="ReasonCodes"/>.</param>
/// <param name="message">Human-readable.</param>
public sealed class GoneError(string reason, string message)
    : AppException(message, ErrorCodes.Gone, 410, ErrorDetail.Refusal(reason, message));
