using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>The title or the body of a post changed. The event does not carry the body, which can be long.</summary>
[EventName("post.updated.v1")]
public sealed record PostUpdated(PostId PostId, OrganizationId OrganizationId, UserId AuthorId, string Title) : IOrganizationEvent;
