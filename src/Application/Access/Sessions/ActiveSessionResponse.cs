using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>A session as its owner sees it in the list.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserAgent">The program that signed in, as it called itself.</param>
/// <param name="IpAddress">The address that signed in.</param>
/// <param name="CreatedAt">When it began, UTC.</param>
/// <param name="LastUsedAt">When it was last refreshed, UTC.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed before, UTC.</param>
/// <param name="Version">Grows with each change.</param>
public sealed record ActiveSessionResponse(
    SessionId Id, string? UserAgent, string? IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, long Version) : IVersioned
{
    /// <summary>The program in words for people: <c>Firefox on Linux</c>; null when it did not say what it is.</summary>
    public string? Device { get; init; }

    /// <summary>Whether it is the one that the request was sent with.</summary>
    public bool Current { get; init; }
}
