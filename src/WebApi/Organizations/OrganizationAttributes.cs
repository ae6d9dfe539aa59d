using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Organizations;

/// <summary>What is told of an organization.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Plan">What it has subscribed to.</param>
/// <param name="RequireSecondFactor">Whether everybody needs a second factor.</param>
/// <param name="CreatedAt">When it was founded, UTC.</param>
/// <param name="UpdatedAt">When it last changed, UTC.</param>
public sealed record OrganizationAttributes(
    [property: Name(Organization.MaxNameLength), Example("Acme")] string Name,
    OrganizationPlan Plan,
    bool RequireSecondFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
