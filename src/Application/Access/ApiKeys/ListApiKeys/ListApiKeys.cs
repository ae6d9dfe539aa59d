using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>The caller's keys, or all of the organization with <see cref="Permissions.ApiKeysManageAll"/>, a page at a time.</summary>
[RequiresPermission(Permissions.ApiKeysManage)]
[SortedBy(nameof(ApiKeyResponse.CreatedAt))]
public sealed record ListApiKeys : DatedQuery<ApiKeyResponse>;
