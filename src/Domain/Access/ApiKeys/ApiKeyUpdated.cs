using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An API key was renamed, or lost scopes.</summary>
[EventName("api_key.updated.v1")]
public sealed record ApiKeyUpdated(ApiKeyId ApiKeyId, UserId UserId, OrganizationId OrganizationId, string Name, IReadOnlyList<string> Scopes) : IOrganizationEvent;
