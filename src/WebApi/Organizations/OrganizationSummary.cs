using CleanApi.Application.Common.Requests;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Organizations;

/// <summary>What is embedded of an organization in what belongs to it.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Plan">What it has subscribed to.</param>
public sealed record OrganizationSummary([property: Name(NameRule.MaxNameLength), Example("Acme")] string Name, OrganizationPlan Plan)
{
    /// <summary>The summary of an organization; null where it was not asked for.</summary>
    public static OrganizationSummary? Of(OrganizationResponse? organization) =>
        organization is null ? null : new(organization.Name, organization.Plan);
}
