using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Finds whom an API key acts for.</summary>
public interface IApiKeyReader
{
    /// <summary>
    /// The caller behind a key; null when it is none of ours, revoked, expired, or its owner may not sign in. What is known of a key is kept in memory; whether
    /// it still holds is asked by the first statement to the database.
    /// </summary>
    ValueTask<ApiKeyCaller?> ReadAsync(string key, CancellationToken cancellationToken);
}
