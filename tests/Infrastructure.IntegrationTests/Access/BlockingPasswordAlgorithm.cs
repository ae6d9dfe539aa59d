using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>A password algorithm that a test can block.</summary>
internal sealed class BlockingPasswordAlgorithm : IPasswordAlgorithm, IDisposable
{
    private const int Many = 1_000_000;

    private readonly SemaphoreSlim gate = new(0);
    private volatile bool isBlocked;

    /// <summary>Blocks all calls from now on.</summary>
    public void Block() => isBlocked = true;

    /// <summary>Releases all calls, from now on.</summary>
    public void Release()
    {
        isBlocked = false;
        gate.Release(Many);
    }

    /// <summary>Releases some blocked calls.</summary>
    public void Release(int number) => gate.Release(number);

    public bool Recognizes(string hash) => true;

    public bool NeedsRehash(string hash) => false;

    public string Hash(ReadOnlySpan<byte> password)
    {
        Wait();
        return "hash";
    }

    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        Wait();
        return false;
    }

    public void Dispose() => gate.Dispose();

    private void Wait()
    {
        if (isBlocked)
        {
            gate.Wait();
        }
    }
}
