using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>A password algorithm that a test can block.</summary>
internal sealed class BlockingPasswordAlgorithm : IPasswordAlgorithm, IDisposable
{
    private readonly ManualResetEventSlim gate = new(initialState: true);

    /// <summary>Blocks all calls from now on.</summary>
    public void Block() => gate.Reset();

    /// <summary>Releases blocked calls.</summary>
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
