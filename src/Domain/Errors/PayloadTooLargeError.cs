namespace CleanApi.Domain.Errors;

/// <summary>413: the body is larger than this endpoint takes.</summary>
public sealed class PayloadTooLargeError(string message)
    : AppException(message, ErrorCodes.PayloadTooLarge, 413);
