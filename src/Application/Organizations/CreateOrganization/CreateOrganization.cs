using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Organizations;

/// <summary>Creates an organization, without people: the operator of the platform moves somebody there.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Plan">What it subscribes to.</param>
[PlatformOnly]
[Audited("organization.created")]
public sealed record CreateOrganization([property: Example("Globex")] string? Name, OrganizationPlan Plan = OrganizationPlan.Free) : ICommand<OrganizationResponse>;
