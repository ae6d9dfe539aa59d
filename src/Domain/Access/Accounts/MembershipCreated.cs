using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An account joined an organization, as one of its users.</summary>
[EventName("membership.created.v1")]
public sealed record MembershipCreated(AccountId AccountId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
