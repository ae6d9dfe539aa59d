using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An account is no longer in an organization.</summary>
[EventName("membership.ended.v1")]
public sealed record MembershipEnded(AccountId AccountId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
