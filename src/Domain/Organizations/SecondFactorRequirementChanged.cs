using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>An organization began or ceased to require a second factor of its users.</summary>
[EventName("organization.second_factor_requirement_changed.v1")]
public sealed record SecondFactorRequirementChanged(OrganizationId OrganizationId, bool IsRequired) : IOrganizationEvent;
