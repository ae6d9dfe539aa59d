using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An API key was created.</summary>
[EventName("api_key.created.v1")]
public sealed record ApiKeyCreated(ApiKeyId ApiKeyId, UserId UserId, OrganizationId OrganizationId) : IOrganizationEvent;
