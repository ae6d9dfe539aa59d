namespace CleanApi.Application.Common.Security;

/// <summary>Encrypts secrets for storage, with a key that is not in the database.</summary>
public interface ISecretProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="purpose">The kind of secret; each kind has its own key.</param>
    /// <param name="context">The owner of the secret, such as a row's id; bound as associated data.</param>
    /// <param name="secret">The secret.</param>
    byte[] Protect(string purpose, string context, ReadOnlySpan<byte> secret);

    /// <summary>Decrypts; null when it was encrypted with another key or for another context, or has been tampered with.</summary>
    byte[]? Unprotect(string purpose, string context, ReadOnlySpan<byte> protectedSecret);

    /// <summary>The same of what a client has sent back: that it is damaged is the client's mistake, and no line of the log.</summary>
    byte[]? UnprotectSent(string purpose, string context, ReadOnlySpan<byte> protectedSecret);
}
