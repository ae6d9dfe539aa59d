namespace CleanApi.Domain.Organizations;

/// <summary>The plan of an organization. Set by the operator, never by the organization itself.</summary>
public enum OrganizationPlan
{
    /// <summary>The plan of every new organization.</summary>
    Free,

    /// <summary>Paid.</summary>
    Pro,

    /// <summary>Paid, by contract.</summary>
    Enterprise,
}
