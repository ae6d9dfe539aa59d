using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Rotates one of the caller's API keys: creates a successor on the same terms; both are valid during a grace period.</summary>
/// <param name="GracePeriodSeconds">How long the rotated key stays valid, up to 7 days; one day when omitted.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.rotated")]
[RequiresRecentAuthentication]
public sealed record RotateApiKey([property: Example(3600)] int? GracePeriodSeconds = null) : ICommand<ApiKeyResponse>
{
    /// <summary>The key; from the path.</summary>
    [JsonIgnore]
    public ApiKeyId Id { get; init; }
}
