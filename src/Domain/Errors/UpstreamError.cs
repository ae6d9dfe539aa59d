namespace CleanApi.Domain.Errors;

/// <summary>502: a service that this one depends on failed.</summary>
public sealed class UpstreamError(string message = "An upstream service failed", Exception? inner = null)
    : AppException(message, ErrorCodes.Upstream, 502, inner: inner);
