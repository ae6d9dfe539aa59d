using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Posts;

/// <summary>A post was created. The event does not carry the body, which can be long.</summary>
[EventName("post.created.v1")]
public sealed record PostCreated(PostId PostId, OrganizationId OrganizationId, UserId AuthorId, string Title) : IOrganizationEvent;
