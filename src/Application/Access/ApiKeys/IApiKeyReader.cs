using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Authenticates API keys.</summary>
public interface IApiKeyReader
{
    /// <summary>
    /// Returns the caller of a key; null when it is unknown, revoked or expired, or its owner may not sign in. The result can come from a cache; the first
    /// database statement of the request verifies that it is current.
    /// </summary>
    ValueTask<ApiKeyCaller?> ReadAsync(string key, CancellationToken cancellationToken);
}
