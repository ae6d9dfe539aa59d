using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>The error of a caller without a permission: it tells an API key which scope would have let it through, and a person that their role does not.</summary>
internal static class MissingPermission
{
    /// <summary>The error.</summary>
    /// <param name="caller">Who lacks it.</param>
    /// <param name="permission">One of <see cref="Permissions"/>.</param>
    /// <param name="denied">What a person is told.</param>
    public static AuthorizationError Of(Caller? caller, string permission, string denied = RequiresPermissionAttribute.DefaultDenied) =>
        caller is ApiKeyCaller key && !key.Scopes.Contains(permission)
            ? AuthorizationError.InsufficientScope(permission)
            : AuthorizationError.InsufficientRole(denied);
}
