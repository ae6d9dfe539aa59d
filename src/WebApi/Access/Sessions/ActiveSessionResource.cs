using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;

namespace CleanApi.WebApi.Access;

/// <summary>A place where somebody is signed in, without its tokens.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Type">Always <c>session</c>.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Relationships">Where it is.</param>
public sealed record ActiveSessionResource(SessionId Id, string Type, ActiveSessionAttributes Attributes, ActiveSessionRelationships Relationships)
    : IResource<ActiveSessionResource, ActiveSessionResponse>
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = SessionResource.TypeName;

    /// <inheritdoc />
    public static ActiveSessionResource Of(ActiveSessionResponse session) => new(
        session.Id,
        TypeName,
        new ActiveSessionAttributes(
            session.Device,
            session.UserAgent,
            session.IpAddress,
            session.CreatedAt,
            session.LastUsedAt,
            session.ExpiresAt,
            session.Current),
        new ActiveSessionRelationships(new(session.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>Attributes of a session in the list.</summary>
/// <param name="Device">The program in words for people; null when it did not say what it is.</param>
/// <param name="UserAgent">The program that signed in, as it called itself.</param>
/// <param name="IpAddress">The address that signed in.</param>
/// <param name="CreatedAt">When it began, UTC.</param>
/// <param name="LastUsedAt">When it was last refreshed, UTC.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed before, UTC.</param>
/// <param name="Current">Whether it is the one that the request was sent with.</param>
public sealed record ActiveSessionAttributes(
    [property: Example("Firefox on Linux")] string? Device,
    [property: Example("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")] string? UserAgent,
    [property: Example("203.0.113.7")] string? IpAddress,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    bool Current);

/// <summary>Where a session in the list is.</summary>
/// <param name="Organization">The organization that it is signed in to.</param>
public sealed record ActiveSessionRelationships(Relationship<OrganizationId, OrganizationSummary> Organization);
