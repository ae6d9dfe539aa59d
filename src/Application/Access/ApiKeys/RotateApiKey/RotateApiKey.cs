using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Gives one of the caller's keys a successor on the same terms; both are good for a while.</summary>
/// <param name="GracePeriodSeconds">How long the present key goes on, up to 7 days; left out: a day.</param>
[RequiresPermission(Permissions.ApiKeysManage)]
[Audited("api_key.rotated")]
public sealed record RotateApiKey(int? GracePeriodSeconds = null) : ICommand<ApiKeyResponse>
{
    /// <summary>Which; from the path.</summary>
    [JsonIgnore]
    public ApiKeyId Id { get; init; }
}
