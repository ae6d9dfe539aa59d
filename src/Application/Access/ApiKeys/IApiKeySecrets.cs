namespace CleanApi.Application.Access;

/// <summary>
/// Makes the texts of API keys: <c>sk_live_</c> or <c>sk_test_</c> and 24 bytes in base64url, of which 20 are random and 4 are a checksum that anybody can
/// compute, so that a scanner tells a key from a text that only looks like one.
/// </summary>
public interface IApiKeySecrets
{
    /// <summary>A new, random key.</summary>
    NewApiKey Create(Domain.Access.ApiKeyMode mode);
}
