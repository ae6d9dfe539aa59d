using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.WebApi.Invitations;

/// <summary>What is told of an invitation.</summary>
/// <param name="Email">Who is invited.</param>
/// <param name="Role">What they will be.</param>
/// <param name="Status">What has become of it; one that is pending after its time has expired.</param>
/// <param name="ExpiresAt">Until when it can be accepted, UTC: seven days after it was sent last.</param>
/// <param name="AcceptedAt">When it was accepted, UTC; null while it was not.</param>
/// <param name="CreatedAt">When it was sent first, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record InvitationAttributes(
    EmailAddress Email,
    UserRole Role,
    InvitationStatus Status,
    [property: Example("2026-02-07T12:00:00.000Z")] DateTimeOffset ExpiresAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
