namespace CleanApi.Domain.Errors;

/// <summary>415: the body's media type is not one that this endpoint takes.</summary>
public sealed class UnsupportedMediaTypeError(string message)
    : AppException(message, ErrorCodes.UnsupportedMediaType, 415);
