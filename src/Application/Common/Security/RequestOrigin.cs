namespace CleanApi.Application.Common.Security;

/// <summary>The origin of a request, for the audit log.</summary>
/// <param name="RequestId">The request id, <c>req_…</c>; null outside a request.</param>
/// <param name="IpAddress">The client's IP address.</param>
/// <param name="UserAgent">The client's User-Agent, at most 500 characters.</param>
public sealed record RequestOrigin(string? RequestId, string? IpAddress, string? UserAgent)
{
    /// <summary>No request: a job or a seed.</summary>
    public static readonly RequestOrigin None = new(null, null, null);
}
