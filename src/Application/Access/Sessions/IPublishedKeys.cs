namespace CleanApi.Application.Access;

/// <summary>The keys with which others verify our tokens.</summary>
public interface IPublishedKeys
{
    /// <summary>The public halves of all keys whose tokens may still be valid, newest first.</summary>
    ValueTask<IReadOnlyList<JsonWebKeyResponse>> GetAsync(CancellationToken cancellationToken);
}
