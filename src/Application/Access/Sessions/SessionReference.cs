using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>A session with its user and organization.</summary>
public sealed record SessionReference(SessionId SessionId, UserId UserId, OrganizationId OrganizationId);
