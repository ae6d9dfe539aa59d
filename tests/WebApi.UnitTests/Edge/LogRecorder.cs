using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.UnitTests.Edge;

/// <summary>Records log entries.</summary>
public sealed class LogRecorder : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<KeyValuePair<string, object?>> states = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> entries = new();

    /// <summary>Level, text and exception of everything logged so far.</summary>
    public IReadOnlyList<(LogLevel Level, string Text, Exception? Exception)> Entries => [.. entries];

    /// <summary>The values of all entries and scopes so far.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> States => [.. states];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Keep(state);
        entries.Enqueue((logLevel, formatter(state, exception), exception));
    }

    public void Dispose() => entries.Clear();

    private void Keep<TState>(TState state)
    {
        foreach (var value in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            states.Enqueue(value);
        }
    }
}
