using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Refresh tokens, by their hashes.</summary>
public interface IRefreshTokenStore
{
    /// <summary>Adds a token to the unit of work.</summary>
    void Add(RefreshToken token);

    /// <summary>Consumes a token, if it is valid and unused. Atomic: of concurrent calls one succeeds.</summary>
    Task<bool> ConsumeAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Returns the session of a token, used or not; null when the token is unknown.</summary>
    Task<SessionReference?> FindSessionAsync(byte[] hash, CancellationToken cancellationToken);

    /// <summary>Returns a token with its session and the state of its successor; null when it is unknown.</summary>
    Task<RefreshTokenState?> FindAsync(byte[] hash, byte[] successorHash, CancellationToken cancellationToken);
}
