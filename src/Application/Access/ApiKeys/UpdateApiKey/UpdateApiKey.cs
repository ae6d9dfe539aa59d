using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Renames an API key, or takes scopes from it; absent fields stay as they are (RFC 7396). A key never gets more scopes.</summary>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.updated")]
public sealed record UpdateApiKey : ICommand<ApiKeyResponse>
{
    /// <summary>1 to 100 characters.</summary>
    [Example("Nightly import")]
    public Optional<string> Name { get; init; }

    /// <summary>Scopes that the key has already; it loses the others.</summary>
    [ItemsOf(typeof(ApiKeyScopes)), Example(Permissions.PostsRead)]
    public Optional<IReadOnlyList<string>> Scopes { get; init; }

    /// <summary>The key; from the path.</summary>
    [JsonIgnore]
    public ApiKeyId Id { get; init; }
}
