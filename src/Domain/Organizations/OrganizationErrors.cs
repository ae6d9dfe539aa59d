using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Organizations;

/// <summary>The errors of organizations, apart from validation.</summary>
public static class OrganizationErrors
{
    /// <summary>The resource's name in messages.</summary>
    public const string Resource = "Organization";

    /// <summary>The organization is unknown or not the caller's.</summary>
    public static NotFoundError NotFound(OrganizationId id) => new(Resource, id.ToString());
}
