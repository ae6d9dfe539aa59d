using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.Access;

/// <summary>A user can be given a way to sign in.</summary>
[EventName("account.opened.v1")]
public sealed record AccountOpened(AccountId AccountId, UserId UserId, OrganizationId OrganizationId) : IDomainEvent;
