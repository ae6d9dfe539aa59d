using CleanApi.Domain.Organizations;

namespace CleanApi.Domain.Common;

/// <summary>An event of one organization: only its people and programs get to see it. All others belong to none, and are seen by our own handlers alone.</summary>
public interface IOrganizationEvent : IDomainEvent
{
    /// <summary>The organization.</summary>
    OrganizationId OrganizationId { get; }
}
