using CleanApi.Domain.Organizations;

namespace CleanApi.WebApi.Organizations;

/// <summary>What is embedded of an organization in what belongs to it.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Plan">What it has subscribed to.</param>
public sealed record OrganizationSummary(string Name, OrganizationPlan Plan);
