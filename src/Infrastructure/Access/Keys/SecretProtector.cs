using System.Text;
using CleanApi.Application.Common.Security;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="ISecretProtector" />
internal sealed partial class SecretProtector(RootKey key, ILogger<SecretProtector> logger) : ISecretProtector
{
    /// <inheritdoc />
    public byte[] Protect(string purpose, string context, ReadOnlySpan<byte> secret) => AesGcmEnvelope.Encrypt(Key(purpose), secret, Encoding.UTF8.GetBytes(context));

    /// <inheritdoc />
    public byte[]? Unprotect(string purpose, string context, ReadOnlySpan<byte> protectedSecret)
    {
        var secret = UnprotectSent(purpose, context, protectedSecret);
        if (secret is null)
        {
            LogUndecryptable(purpose);
        }

        return secret;
    }

    /// <inheritdoc />
    public byte[]? UnprotectSent(string purpose, string context, ReadOnlySpan<byte> protectedSecret) =>
        AesGcmEnvelope.Decrypt(Key(purpose), protectedSecret, Encoding.UTF8.GetBytes(context));

    private byte[] Key(string purpose) => key.Derive($"secrets/{purpose}/v1");

    [LoggerMessage(Level = LogLevel.Error, Message = "A secret for {Purpose} cannot be decrypted: it was encrypted under another data key, or it was changed")]
    private partial void LogUndecryptable(string purpose);
}
