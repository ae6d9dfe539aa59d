using CleanApi.Application.Common.Services;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// Decides whether the caller may give a role, or scopes: nobody grants more than they have. What counts is what the caller can do now, which for an API key is
/// its owner's role cut to its scopes.
/// </summary>
[Service]
internal sealed class Grants(ICallerContext context)
{
    /// <summary>
    /// Requires that the caller has every permission of a role. Of an API key it requires those that a key can have at all
    /// (<see cref="PersonOnlyAttribute"/>): otherwise no key, whatever its scopes, could create a member.
    /// </summary>
    /// <exception cref="AuthorizationError">EXCEEDS_OWN_RIGHTS; names the permissions that the caller lacks.</exception>
    public void Require(UserRole role) =>
        Require(context.Required is UserCaller ? RolePermissions.Of(role) : RolePermissions.Of(role).Where(Permissions.CanBeScope));

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
