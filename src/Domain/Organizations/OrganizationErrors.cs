using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Organizations;

/// <summary>What can go wrong with an organization, beyond the shape of the input.</summary>
public static class OrganizationErrors
{
    /// <summary>The resource's name in messages.</summary>
    public const string Resource = "Organization";

    /// <summary>Unknown or not the caller's.</summary>
    public static NotFoundError NotFound(OrganizationId id) => new(Resource, id.ToString());
}
