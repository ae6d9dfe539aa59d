using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>Somebody wrote a post, or it was written in their name. The body is not carried: it can be long, and is read where it is needed.</summary>
[EventName("post.created.v1")]
public sealed record PostCreated(PostId PostId, OrganizationId OrganizationId, UserId AuthorId, string Title) : IDomainEvent;
