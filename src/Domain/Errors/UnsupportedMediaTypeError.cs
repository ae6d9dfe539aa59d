namespace CleanApi.Domain.Errors;

/// <summary>415: the endpoint does not support the body's media type.</summary>
public sealed class UnsupportedMediaTypeError(string message)
    : AppException(message, ErrorCodes.UnsupportedMediaType, 415);
