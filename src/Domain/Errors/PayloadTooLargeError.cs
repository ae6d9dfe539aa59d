namespace CleanApi.Domain.Errors;

/// <summary>413: the body exceeds the endpoint's limit.</summary>
public sealed class PayloadTooLargeError(string message)
    : AppException(message, ErrorCodes.PayloadTooLarge, 413);
