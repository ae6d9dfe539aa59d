using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>Hashes and verifies passwords, in the turn of the network that the request comes from.</summary>
internal sealed class PasswordHasher(
    IPasswordAlgorithm algorithm, PasswordHashQueue queue, DummyPasswordHash dummy, ICallerContext context, ILogger<PasswordHasher> logger) : IPasswordHasher
{
    /// <inheritdoc />
    public void RequireCapacity() => queue.RequireRoom(Network.Of(context.Origin.IpAddress));

    /// <inheritdoc />
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        RunAsync(Nfc.Of(password), bytes => algorithm.Hash(bytes), cancellationToken);

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(string password, string? hash, CancellationToken cancellationToken)
    {
        var isVerifiable = hash is not null && algorithm.Recognizes(hash);
        if (!isVerifiable && hash is not null)
        {
            logger.LogError("A password hash is in an unsupported format; its account cannot sign in");
        }

        // RFC 8265, section 4.2.2: a password is compared in NFC. Earlier versions hashed it as it was sent. How often this verifies depends on what was sent
        // alone, and verifying the dummy hash takes as long as a real one: the response time does not reveal whether the account exists.
        var normal = Nfc.Of(password);
        return await VerifyAsync(normal) || (!string.Equals(normal, password, StringComparison.Ordinal) && await VerifyAsync(password));

        Task<bool> VerifyAsync(string text) =>
            RunAsync(text, bytes => algorithm.Verify(bytes, isVerifiable ? hash! : dummy.Value) && isVerifiable, cancellationToken);
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) => algorithm.NeedsRehash(hash);

    private Task<T> RunAsync<T>(string password, Func<byte[], T> work, CancellationToken cancellationToken) =>
        queue.RunAsync(Network.Of(context.Origin.IpAddress), () => RunWithBytes(password, work), cancellationToken);

    // Pinned, so that the garbage collector makes no copies, and zeroed afterwards.
    private static T RunWithBytes<T>(string password, Func<byte[], T> work)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(password), pinned: true);
        try
        {
            Encoding.UTF8.GetBytes(password, bytes);
            return work(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
