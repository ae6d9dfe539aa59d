using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Revokes an API key, the caller's own or any of the organization with <see cref="Permissions.ApiKeysManageAll"/>, and with it those that it has replaced and whose grace
/// period lasts.
/// </summary>
/// <param name="Id">The key.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited(Action)]
[NoValidator("The id is parsed by its type.")]
public sealed record RevokeApiKey(ApiKeyId Id) : ICommand<Unit>
{
    /// <summary>The action in the audit log, of this key and of those that it has replaced.</summary>
    internal const string Action = "api_key.revoked";
}
