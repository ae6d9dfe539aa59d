using CleanApi.Domain.Common;

namespace CleanApi.Domain.Organizations;

/// <summary>An organization was renamed.</summary>
[EventName("organization.renamed.v1")]
public sealed record OrganizationRenamed(OrganizationId OrganizationId, string From, string To) : IOrganizationEvent;
