using System.Collections.Concurrent;
using System.Text;
using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="ISecretProtector" />
internal sealed class SecretProtector(KeyEncryptionKey key) : ISecretProtector
{
    private readonly ConcurrentDictionary<string, byte[]> keys = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public byte[] Protect(string purpose, string context, ReadOnlySpan<byte> secret) => AesGcmEnvelope.Encrypt(Key(purpose), secret, Encoding.UTF8.GetBytes(context));

    /// <inheritdoc />
    public byte[]? Unprotect(string purpose, string context, ReadOnlySpan<byte> protectedSecret) =>
        AesGcmEnvelope.Decrypt(Key(purpose), protectedSecret, Encoding.UTF8.GetBytes(context));

    private byte[] Key(string purpose) => keys.GetOrAdd(purpose, static (name, root) => root.Derive($"secrets/{name}/v1"), key);
}
