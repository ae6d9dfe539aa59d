using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Organizations;

/// <summary>Changes the caller's organization; absent fields stay as they are (RFC 7396).</summary>
[RequiresPermission(Permissions.OrganizationUpdate, Denied = "Admin access required")]
[Audited("organization.updated")]
[RequiresRecentAuthentication(When = "Changing `requireSecondFactor`, which no API key can do,")]
public sealed record UpdateOrganization : ICommand<OrganizationResponse>
{
    /// <summary>1 to 100 characters.</summary>
    [Example("Acme International")]
    public Optional<string> Name { get; init; }

    /// <summary>Whether all users need a second factor. From their next refresh on, users without one can only set one up.</summary>
    public Optional<bool?> RequireSecondFactor { get; init; }
}
