using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>
/// Moves a person from one organization to another, in one transaction: their user there is deleted, with its sessions, keys and invitations, and one is created here.
/// Their account, if they have one, joins; posts and files stay where they are.
/// </summary>
/// <param name="FromOrganizationId">The organization that the user is of.</param>
/// <param name="ToOrganizationId">The organization that the person is to be in.</param>
/// <param name="Role">What they may do there; as before when it is left out.</param>
[PlatformOnly]
[Audited(Action)]
public sealed record TransferUser(
    [property: Example("org_01h455vb4pex5vsknk084sn02q")] OrganizationId? FromOrganizationId,
    [property: Example("org_01jd7xr9q2fzqvkqd6b3t4e5ms")] OrganizationId? ToOrganizationId,
    UserRole? Role = null) : ICommand<UserResponse>
{
    /// <summary>The action in the audit logs of both organizations.</summary>
    internal const string Action = "user.transferred";

    /// <summary>The user; from the path.</summary>
    [JsonIgnore]
    public UserId Id { get; init; }
}
