namespace CleanApi.Application.Access;

/// <summary>
/// Generates API keys: <c>sk_live_</c> or <c>sk_test_</c> and 24 bytes in base64url, 20 of them random and 4 a public checksum, so that secret scanners
/// can recognize keys.
/// </summary>
public interface IApiKeySecrets
{
    /// <summary>Generates a key.</summary>
    NewApiKey Create(Domain.Access.ApiKeyMode mode);
}
