namespace CleanApi.Domain.Errors;

/// <summary>504: a service that this one depends on timed out.</summary>
public sealed class UpstreamTimeoutError(string message = "An upstream service did not answer in time", Exception? inner = null)
    : AppException(message, ErrorCodes.UpstreamTimeout, 504, inner: inner);
