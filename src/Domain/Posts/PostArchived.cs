using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post was archived.</summary>
[EventName("post.archived.v1")]
public sealed record PostArchived(PostId PostId, OrganizationId OrganizationId, UserId AuthorId) : IOrganizationEvent;
