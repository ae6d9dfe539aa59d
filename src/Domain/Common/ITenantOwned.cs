using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Common;

/// <summary>An entity of one organization: filtered in every query, checked at every save, and protected by row-level security.</summary>
public interface ITenantOwned
{
    /// <summary>The organization that owns it.</summary>
    OrganizationId OrganizationId { get; }
}
