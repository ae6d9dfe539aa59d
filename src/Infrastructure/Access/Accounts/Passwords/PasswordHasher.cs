using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Access;

/// <summary>
/// Limits the concurrency of password hashing. A hash occupies one core for tens of milliseconds and tens of MiB: at most one runs per core, on dedicated
/// threads so that the thread pool is not starved, and the queue is bounded.
/// </summary>
internal sealed class PasswordHasher : IPasswordHasher, IDisposable
{
    // At 50 ms each, the last in the queue waits about three seconds; beyond that, a client should retry.
    private static readonly int MaxQueued = 64 * Environment.ProcessorCount;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private const string Overloaded = "Too many people are signing in at the moment";

    private readonly IPasswordAlgorithm algorithm;
    private readonly ILogger<PasswordHasher> logger;
    private readonly PasswordMeter meter;
    private readonly SemaphoreSlim slots = new(Environment.ProcessorCount);
    private readonly string dummyHash;
    private int queued;

    /// <summary>Creates a hasher.</summary>
    public PasswordHasher(IPasswordAlgorithm algorithm, ILogger<PasswordHasher> logger, PasswordMeter meter)
    {
        this.algorithm = algorithm;
        this.logger = logger;
        this.meter = meter;
        meter.Observe(() => Volatile.Read(ref queued), () => Environment.ProcessorCount - slots.CurrentCount);
        dummyHash = algorithm.Hash(RandomNumberGenerator.GetBytes(16));
    }

    /// <inheritdoc />
    public void RequireCapacity()
    {
        if (Volatile.Read(ref queued) >= MaxQueued)
        {
            throw new ServiceUnavailableError(RetryAfter, Overloaded);
        }
    }

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
            RunAsync(text, bytes => algorithm.Verify(bytes, isVerifiable ? hash! : dummyHash) && isVerifiable, cancellationToken);
    }

    /// <inheritdoc />
    public bool NeedsRehash(string hash) => algorithm.NeedsRehash(hash);

    /// <inheritdoc />
    public void Dispose() => slots.Dispose();

    private async Task<T> RunAsync<T>(string password, Func<byte[], T> work, CancellationToken cancellationToken)
    {
        await WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(
                () => Measured(password, work), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        }
        finally
        {
            slots.Release();
        }
    }

    private T Measured<T>(string password, Func<byte[], T> work)
    {
        var begin = Stopwatch.GetTimestamp();
        var result = RunWithBytes(password, work);
        meter.Record(Stopwatch.GetElapsedTime(begin));
        return result;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref queued) > MaxQueued)
        {
            Interlocked.Decrement(ref queued);
            throw new ServiceUnavailableError(RetryAfter, Overloaded);
        }

        try
        {
            await slots.WaitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref queued);
        }
    }

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
