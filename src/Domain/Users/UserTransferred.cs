using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Users;

/// <summary>
/// A person was moved from one organization to another. Both have the event, each about its own user: the one who has left (<c>user.deleted.v1</c>), and the one who has
/// come (<c>user.created.v1</c>).
/// </summary>
[EventName("user.transferred.v1")]
public sealed record UserTransferred(UserId UserId, OrganizationId OrganizationId, OrganizationId FromOrganizationId, OrganizationId ToOrganizationId) : IOrganizationEvent;
