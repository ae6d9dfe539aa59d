using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>An organization was created.</summary>
[EventName("organization.created.v1")]
public sealed record OrganizationCreated(OrganizationId OrganizationId, string Name, OrganizationPlan Plan) : IOrganizationEvent;
