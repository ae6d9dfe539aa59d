using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post was deleted.</summary>
[EventName("post.deleted.v1")]
public sealed record PostDeleted(PostId PostId, OrganizationId OrganizationId, UserId AuthorId) : IOrganizationEvent;
