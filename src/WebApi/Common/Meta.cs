using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.Common;

/// <summary>What an answer says of itself.</summary>
/// <param name="RequestId">Our id of the request; the same as in X-Request-ID, the logs and the audit log.</param>
public sealed record Meta([property: RequestId] string RequestId);
