namespace CleanApi.Domain.Errors;

/// <summary>400: the request is not well-formed.</summary>
public sealed class MalformedRequestError(string message, Exception? inner = null)
    : AppException(message, ErrorCodes.MalformedRequest, 400, inner: inner);
