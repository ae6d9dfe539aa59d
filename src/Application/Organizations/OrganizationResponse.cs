using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>An organization.</summary>
public sealed record OrganizationResponse(
    OrganizationId Id, string Name, OrganizationPlan Plan, bool RequireSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, long Version) : IVersioned;
