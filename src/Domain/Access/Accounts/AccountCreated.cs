using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>An account was created for a user.</summary>
[EventName("account.opened.v1")]
public sealed record AccountCreated(AccountId AccountId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
