using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A log that a test reads, and waits for.</summary>
internal sealed class LogCollector : ILogger, IDisposable
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim written = new(0);

    /// <summary>The lines so far.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>Waits for a line that begins with a text.</summary>
    public async Task UntilAsync(string beginning)
    {
        while (!lines.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)))
        {
            (await written.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue($"'{beginning}' is logged");
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue(formatter(state, exception));
        written.Release();
    }

    public void Dispose() => written.Dispose();
}
