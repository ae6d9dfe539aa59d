using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <inheritdoc cref="IRefreshTokenSecrets" />
internal sealed class RefreshTokenSecrets(RootKey key) : IRefreshTokenSecrets
{
    private const string Prefix = "rt_";
    private const string Purpose = "refresh-tokens/v1";
    private const int SecretBytes = 32;
    private const int Length = 3 + 43;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <inheritdoc />
    public string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <inheritdoc />
    public string Successor(string token) => Prefix + Base64Url.EncodeToString(HMACSHA256.HashData(key.Derive(Purpose), Encoding.ASCII.GetBytes(token)));

    /// <inheritdoc />
    public byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    /// <inheritdoc />
    public bool IsWellFormed([NotNullWhen(true)] string? token) =>
        token is { Length: Length } && token.StartsWith(Prefix, StringComparison.Ordinal)
        && token.AsSpan(Prefix.Length).IndexOfAnyExcept(Alphabet) < 0;
}
