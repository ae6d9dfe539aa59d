using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>An organization that the caller's account is in.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">Its name.</param>
/// <param name="UserId">Who the caller is there.</param>
/// <param name="Role">What they may do there.</param>
/// <param name="Status">Whether they may sign in there.</param>
/// <param name="IsCurrent">Whether it is the organization of the present session.</param>
/// <param name="JoinedAt">When they joined, UTC.</param>
/// <param name="Version">The organization's version.</param>
public sealed record MyOrganizationResponse(
    OrganizationId Id, string Name, UserId UserId, UserRole Role, UserStatus Status, bool IsCurrent, DateTimeOffset JoinedAt, long Version) : IVersioned;
