namespace CleanApi.Application.Access;

/// <summary>The published keys (JWK Set).</summary>
public interface IPublishedKeys
{
    /// <summary>Returns the public keys of all tokens that may still be valid, newest first.</summary>
    ValueTask<IReadOnlyList<JsonWebKeyResponse>> GetAsync(CancellationToken cancellationToken);
}
