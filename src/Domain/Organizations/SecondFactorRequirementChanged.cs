using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>An organization asks its people for a second factor, or does so no longer.</summary>
[EventName("organization.second_factor_requirement_changed.v1")]
public sealed record SecondFactorRequirementChanged(OrganizationId OrganizationId, bool IsRequired) : IDomainEvent;
