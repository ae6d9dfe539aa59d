using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Keeps what is logged.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> lines = new();

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => lines;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, lines);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Recorder(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception, Activity.Current?.TraceId.ToHexString()));
    }
}
