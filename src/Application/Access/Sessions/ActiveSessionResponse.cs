using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Access;

/// <summary>An active session.</summary>
/// <param name="Id">The session.</param>
/// <param name="OrganizationId">The organization that it is of.</param>
/// <param name="UserAgent">The client's User-Agent at sign-in.</param>
/// <param name="IpAddress">The client's IP address at sign-in.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="LastUsedAt">When it was last refreshed, UTC.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed before, UTC.</param>
/// <param name="Version">Incremented with each change.</param>
public sealed record ActiveSessionResponse(
    SessionId Id,
    OrganizationId OrganizationId,
    string? UserAgent,
    string? IpAddress,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    long Version) : IVersioned
{
    /// <summary>The device in words: <c>Firefox on Linux</c>; null when it is unknown.</summary>
    public string? Device { get; init; }

    /// <summary>Whether it is the session of this request.</summary>
    public bool Current { get; init; }
}
