using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CleanApi.WebApi.IntegrationTests.Support;

/// <summary>Records log entries.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    /// <summary>The category of SQL commands; a fixture that counts statements enables it.</summary>
    public const string Sql = "Npgsql.Command";

    private readonly ConcurrentQueue<LogLine> lines = new();

    /// <summary>Whether a test counts statements: nothing else is to send requests meanwhile.</summary>
    public bool IsCounting { get; private set; }

    /// <summary>The lines recorded so far.</summary>
    public IReadOnlyCollection<LogLine> Lines => lines;

    /// <summary>Returns the SQL of requests during an action. Background statements are excluded, because they have no trace.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(Func<Task> work)
    {
        var before = Statements().Count();
        IsCounting = true;
        try
        {
            await work();
        }
        finally
        {
            IsCounting = false;
        }

        return [.. Statements().Skip(before)];
    }

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, lines);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing to dispose.
    }

    private IEnumerable<string> Statements() => Lines
        .Where(line => line.Category == Sql && line.TraceId is not null && line.Message.Contains("execution completed", StringComparison.Ordinal))
        .Select(line => line.Message);

    private sealed class Recorder(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(category, logLevel, formatter(state, exception), exception, IsHandlersWork() ? null : Activity.Current?.TraceId.ToHexString()));

        // What follows from an event goes on in the trace of the request that has caused it.
        private static bool IsHandlersWork()
        {
            var activity = Activity.Current;
            while (activity?.Parent is { } parent)
            {
                activity = parent;
            }

            return activity?.Kind == ActivityKind.Consumer;
        }
    }
}
