using CleanApi.Infrastructure.Queue;

namespace CleanApi.Infrastructure.Events;

/// <summary>Has the sequencer look early.</summary>
internal sealed class LogWake : IDisposable
{
    /// <summary>The signal.</summary>
    public Wake Wake { get; } = new();

    /// <inheritdoc />
    public void Dispose() => Wake.Dispose();
}
