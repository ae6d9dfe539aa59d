using CleanApi.Infrastructure.Access;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>Verifies nothing while its gate is closed.</summary>
internal sealed class GatedPasswordAlgorithm(IPasswordAlgorithm inner, ManualResetEventSlim gate) : IPasswordAlgorithm
{
    /// <inheritdoc />
    public bool Recognizes(string hash) => inner.Recognizes(hash);

    /// <inheritdoc />
    public string Hash(ReadOnlySpan<byte> password) => inner.Hash(password);

    /// <inheritdoc />
    public bool NeedsRehash(string hash) => inner.NeedsRehash(hash);

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> password, string hash)
    {
        gate.Wait();
        return inner.Verify(password, hash);
    }
}
