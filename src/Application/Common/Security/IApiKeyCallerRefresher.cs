namespace CleanApi.Application.Common.Security;

/// <summary>Looks an API key up again: the key stays the same while its owner's role or status changes.</summary>
public interface IApiKeyCallerRefresher
{
    /// <summary>The caller as they are now; null when the key is no longer valid.</summary>
    Task<ApiKeyCaller?> RefreshAsync(ApiKeyCaller caller, CancellationToken cancellationToken);
}
