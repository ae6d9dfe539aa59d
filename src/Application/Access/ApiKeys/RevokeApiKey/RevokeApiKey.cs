using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Revokes an API key: the caller's own, or any of the organization with <see cref="Permissions.ApiKeysManageAll"/>.</summary>
/// <param name="Id">The key.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.revoked")]
[NoValidator("The id is parsed by its type.")]
public sealed record RevokeApiKey(ApiKeyId Id) : ICommand<Unit>;
