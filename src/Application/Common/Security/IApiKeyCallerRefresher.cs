namespace CleanApi.Application.Common.Security;

/// <summary>Looks up an API key again after its owner's role or status has changed.</summary>
public interface IApiKeyCallerRefresher
{
    /// <summary>Returns the current caller; null when the key is no longer valid.</summary>
    Task<ApiKeyCaller?> RefreshAsync(ApiKeyCaller caller, CancellationToken cancellationToken);
}
