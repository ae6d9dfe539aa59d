namespace CleanApi.Infrastructure.Access;

/// <summary>Hashes and verifies, on the caller's thread.</summary>
internal interface IPasswordAlgorithm
{
    /// <summary>Whether a hash is in a form that can be verified.</summary>
    bool Recognizes(string hash);

    /// <summary>The hash of a password, with the present parameters and a new salt.</summary>
    string Hash(ReadOnlySpan<byte> password);

    /// <summary>Whether the password is the one of a hash.</summary>
    bool Verify(ReadOnlySpan<byte> password, string hash);

    /// <summary>Whether a hash has another form or other parameters than a new one would have.</summary>
    bool NeedsRehash(string hash);
}
