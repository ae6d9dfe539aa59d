using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>Turns passwords into what may be stored, and compares. Slow on purpose; as many run at once as there are processors.</summary>
public interface IPasswordHasher
{
    /// <summary>Goes on only while a password would be hashed soon.</summary>
    /// <exception cref="ServiceUnavailableError">Too many wait already; the other methods throw it too.</exception>
    void RequireCapacity();

    /// <summary>The hash of a new password, in a form that names its algorithm and parameters.</summary>
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>Whether the password is the one of the hash. Without a hash it is not, which takes just as long to find out.</summary>
    Task<bool> VerifyAsync(string password, string? hash, CancellationToken cancellationToken);

    /// <summary>Whether a new hash of the same password would be a stronger one.</summary>
    bool NeedsRehash(string hash);
}
