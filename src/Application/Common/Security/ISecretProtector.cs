namespace CleanApi.Application.Common.Security;

/// <summary>Encrypts what has to be stored and read back, with a key that the database does not have.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="purpose">Which kind of secret: each has a key of its own.</param>
    /// <param name="context">What it belongs to, as a row's id: under another one it cannot be read.</param>
    /// <param name="secret">The secret.</param>
    byte[] Protect(string purpose, string context, ReadOnlySpan<byte> secret);

    /// <summary>Decrypts; null when it was encrypted with another key or for another context, or has been tampered with.</summary>
    byte[]? Unprotect(string purpose, string context, ReadOnlySpan<byte> protectedSecret);
}
