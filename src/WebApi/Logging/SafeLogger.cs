namespace CleanApi.WebApi.Logging;

/// <summary>Makes every entry safe before any provider sees it; see <see cref="SafeLoggerFactory"/>.</summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(SafeState.Of(state, text: null));

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!inner.IsEnabled(logLevel) || SafeException.WasLogged(exception))
        {
            return;
        }

        var text = formatter(state, exception);
        // A stack trace helps where the fault is ours. What a client did wrong is said in one line, however many exceptions carried it.
        var isOurs = logLevel >= LogLevel.Error;
        if (exception is not null && !isOurs)
        {
            text = $"{text} ({exception.GetType().Name}: {exception.Message})";
        }

        inner.Log(
            logLevel, eventId, SafeState.Of(state, Redactor.Text(text, Redactor.MaxLine)), exception is not null && isOurs ? new SafeException(exception) : null,
            static (safe, _) => safe.ToString());
    }
}
