using System.Text;
using CleanApi.Domain.Errors;

namespace CleanApi.Infrastructure.Access;

/// <summary>Argon2id (RFC 9106) through libsodium: 46 MiB, one pass, one lane, the first of OWASP's recommended settings.</summary>
internal sealed class Argon2idPasswordHasher : IPasswordAlgorithm
{
    private const string Prefix = "$argon2id$";
    private const ulong Passes = 1;
    private const int MemoryBytes = 46 * 1024 * 1024;

    /// <inheritdoc />
    public bool Recognizes(string hash) => hash.StartsWith(Prefix, StringComparison.Ordinal);

    /// <inheritdoc />
    public string Hash(ReadOnlySpan<byte> password)
    {
        Span<byte> hash = stackalloc byte[Libsodium.HashBytes];
        if (Libsodium.HashPassword(hash, password, (ulong)password.Length, Passes, MemoryBytes) != 0)
        {
            // The one way to fail: the system does not give that much memory for the moment.
            throw new ServiceUnavailableError(TimeSpan.FromSeconds(1));
        }

        return Encoding.ASCII.GetString(hash[..hash.IndexOf((byte)0)]);
    }

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        Span<byte> terminated = stackalloc byte[Libsodium.HashBytes];
        return TryTerminate(hash, terminated) && Libsodium.VerifyPassword(terminated, password, (ulong)password.Length) == 0;
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash)
    {
        Span<byte> terminated = stackalloc byte[Libsodium.HashBytes];
        return !TryTerminate(hash, terminated) || Libsodium.NeedsRehash(terminated, Passes, MemoryBytes) != 0;
    }

    private static bool TryTerminate(string hash, Span<byte> terminated)
    {
        terminated.Clear();
        return hash.Length < terminated.Length && Encoding.ASCII.TryGetBytes(hash, terminated, out _);
    }
}
