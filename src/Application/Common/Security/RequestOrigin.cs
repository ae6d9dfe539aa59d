namespace CleanApi.Application.Common.Security;

/// <summary>The origin of a request, for the audit log and the log.</summary>
/// <param name="RequestId">The request id, <c>req_…</c>; null outside a request.</param>
/// <param name="IpAddress">The client's IP address.</param>
/// <param name="UserAgent">The client's User-Agent, at most 500 characters.</param>
public sealed record RequestOrigin(string? RequestId, string? IpAddress, string? UserAgent)
{
    /// <summary>What was asked for: the method and the route's template, such as <c>GET api/v1/users/{id}</c>; null where nothing matched.</summary>
    public string? Operation { get; init; }

    /// <summary>No request: a job or a seed.</summary>
    public static readonly RequestOrigin None = new(null, null, null);
}
