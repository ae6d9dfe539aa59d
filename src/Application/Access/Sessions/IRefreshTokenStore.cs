using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Refresh tokens, by their hashes.</summary>
public interface IRefreshTokenStore
{
    /// <summary>Adds a token to what the unit of work saves.</summary>
    void Add(RefreshToken token);

    /// <summary>Marks a token as used, if it is valid and nobody has used it: of any number at the same time, one succeeds.</summary>
    Task<bool> ConsumeAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A token with its session, and what became of its successor; null when there is no such token.</summary>
    Task<RefreshTokenState?> FindAsync(byte[] hash, byte[] successorHash, CancellationToken cancellationToken);
}
