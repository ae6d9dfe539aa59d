namespace CleanApi.Application.Common.Security;

/// <summary>Where a request comes from; goes into the audit log.</summary>
/// <param name="RequestId">Our id of the request, <c>req_…</c>; null outside a request.</param>
/// <param name="IpAddress">The client's address.</param>
/// <param name="UserAgent">The client's program, at most 500 characters.</param>
public sealed record RequestOrigin(string? RequestId, string? IpAddress, string? UserAgent)
{
    /// <summary>Not from a request: a job or a seed.</summary>
    public static readonly RequestOrigin None = new(null, null, null);
}
