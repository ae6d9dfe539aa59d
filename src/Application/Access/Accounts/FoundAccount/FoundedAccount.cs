using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>What was created with an organization.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="UserId">The administrator.</param>
/// <param name="OrganizationId">The organization.</param>
public sealed record FoundedAccount(AccountId AccountId, UserId UserId, OrganizationId OrganizationId);
