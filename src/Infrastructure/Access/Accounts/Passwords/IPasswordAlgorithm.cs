namespace CleanApi.Infrastructure.Access;

/// <summary>One way to hash passwords, with its own form of text.</summary>
internal interface IPasswordAlgorithm
{
    /// <summary>Whether a hash is in this algorithm's form.</summary>
    bool Recognizes(string hash);

    /// <summary>The hash of a password, with the present parameters and a new salt.</summary>
    string Hash(ReadOnlySpan<byte> password);

    /// <summary>Whether the password is the one of a hash in this algorithm's form.</summary>
    bool Verify(ReadOnlySpan<byte> password, string hash);

    /// <summary>Whether a hash in this algorithm's form has other parameters than the present ones.</summary>
    bool NeedsRehash(string hash);
}
