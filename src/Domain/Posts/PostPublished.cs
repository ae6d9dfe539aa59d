using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post was published: the organization reads it.</summary>
[EventName("post.published.v1")]
public sealed record PostPublished(PostId PostId, OrganizationId OrganizationId, UserId AuthorId, string Title) : IOrganizationEvent;
