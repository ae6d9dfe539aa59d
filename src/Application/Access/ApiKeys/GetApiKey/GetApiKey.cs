using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>One API key: the caller's own, or any of the organization with <see cref="Permissions.ApiKeysManageAll"/>.</summary>
/// <param name="Id">The key.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetApiKey(ApiKeyId Id) : IQuery<ApiKeyResponse>;
