namespace CleanApi.Infrastructure.Access;

/// <summary>Hashes and verifies passwords synchronously.</summary>
internal interface IPasswordAlgorithm
{
    /// <summary>Whether the hash is in a supported format.</summary>
    bool Recognizes(string hash);

    /// <summary>Hashes a password with the current parameters and a new salt.</summary>
    string Hash(ReadOnlySpan<byte> password);

    /// <summary>Whether the password matches the hash.</summary>
    bool Verify(ReadOnlySpan<byte> password, string hash);

    /// <summary>Whether the hash uses an outdated format or outdated parameters.</summary>
    bool NeedsRehash(string hash);
}
