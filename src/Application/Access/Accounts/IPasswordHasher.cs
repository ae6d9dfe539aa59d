using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Hashes and verifies passwords, in NFC. Slow on purpose; at most one hash per processor runs at a time, and networks take turns.</summary>
public interface IPasswordHasher
{
    /// <summary>Requires that the queue of waiting hashes has room for one of the caller's network.</summary>
    /// <exception cref="ServiceUnavailableError">The queue, or that network's part of it, is full; the other methods throw it too.</exception>
    void RequireCapacity();

    /// <summary>Returns the hash of a new password as a PHC string, with algorithm and parameters.</summary>
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>Whether the password matches the hash, in NFC or as it was sent. False without a hash, after the same time.</summary>
    [ComparesGuessedSecret]
    Task<bool> VerifyAsync(string password, string? hash, CancellationToken cancellationToken);

    /// <summary>Whether the hash has weaker parameters than a new one would have.</summary>
    bool NeedsRehash(string hash);
}
