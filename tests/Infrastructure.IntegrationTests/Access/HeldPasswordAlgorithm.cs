using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>Takes as long as a test wants.</summary>
internal sealed class HeldPasswordAlgorithm : IPasswordAlgorithm, IDisposable
{
    private readonly ManualResetEventSlim gate = new(initialState: true);

    /// <summary>From now on, nothing is done.</summary>
    public void Hold() => gate.Reset();

    /// <summary>What waits is done.</summary>
    public void Release() => gate.Set();

    public bool Recognizes(string hash) => true;

    public bool NeedsRehash(string hash) => false;

    public string Hash(ReadOnlySpan<byte> password)
    {
        gate.Wait();
        return "hash";
    }

    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        gate.Wait();
        return false;
    }

    public void Dispose() => gate.Dispose();
}
