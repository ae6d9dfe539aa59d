using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// Decides whether the caller may give a role, or scopes: nobody grants more than they have. What counts is what the caller can do now, which for an API key is
/// its owner's role cut to its scopes. Who may manage the organization is decided by a person who has just proved who they are: a stolen session makes no
/// administrator who stays when it ends.
/// </summary>
[Service]
internal sealed class Grants(ICallerContext context, IRecentAuthentication authentication)
{
    /// <summary>What of a command that gives a role needs a recent proof.</summary>
    public const string Giving = "Giving the role ADMIN as a person";

    /// <summary>What of a command that changes a role needs a recent proof.</summary>
    public const string Changing = "Giving the role ADMIN as a person, or taking it away,";

    /// <summary>Whether whoever has a role may hand on another one by an invitation: they may invite, and have every permission of it.</summary>
    public static bool CanHandOn(UserRole own, UserRole role) =>
        RolePermissions.Has(own, Permissions.InvitationsManage) && RolePermissions.Of(own).IsSupersetOf(RolePermissions.Of(role));

    /// <summary>
    /// Requires that the caller has every permission of a role, and of a person a recent proof where it is an administrator's. Of an API key it requires the
    /// permissions that a key can have at all (<see cref="PersonOnlyAttribute"/>): otherwise no key, whatever its scopes, could create a member.
    /// </summary>
    /// <exception cref="AuthorizationError">
    /// EXCEEDS_OWN_RIGHTS; names the permissions that the caller lacks. RECENT_AUTHENTICATION_REQUIRED.
    /// </exception>
    public Task RequireAsync(UserRole role, CancellationToken cancellationToken)
    {
        Require(context.Required is UserCaller ? RolePermissions.Of(role) : RolePermissions.Of(role).Where(Permissions.CanBeScope));
        return RequireProofAsync(role, cancellationToken);
    }

    /// <summary>Requires a recent proof of a person who gives or takes away an administrator's role.</summary>
    /// <exception cref="AuthorizationError">RECENT_AUTHENTICATION_REQUIRED.</exception>
    public Task RequireProofAsync(UserRole role, CancellationToken cancellationToken) =>
        context.Required is UserCaller && RolePermissions.Has(role, Permissions.UsersUpdate) ? authentication.RequireAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Requires that the caller has every permission that the scopes name.</summary>
    /// <exception cref="AuthorizationError">EXCEEDS_OWN_RIGHTS; names the scopes that the caller lacks.</exception>
    public void Require(IEnumerable<string> permissions)
    {
        var caller = context.Required;
        var lacking = permissions.Where(permission => !caller.Has(permission)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (lacking.Count > 0)
        {
            throw AuthorizationError.ExceedsOwnRights(lacking);
        }
    }
}
