using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.SignalR;

namespace CleanApi.WebApi.Logging;

/// <summary>
/// Keeps what clients of a hub do from filling the log: SignalR writes an error with a stack for each call that fails, whoever's fault it is. What a call was answered is left
/// out here, because the hub has written it; what a client has sent is a warning of one line; all else, a fault of ours, stays an error. Of those alike, so many are written
/// as of refusals of requests.
/// </summary>
/// <param name="inner">Writes.</param>
/// <param name="category">The category.</param>
/// <param name="repeated">Says what is written.</param>
internal sealed partial class HubLogger(ILogger inner, string category, RepeatedRefusals repeated) : ILogger
{
    private const string Connections = Categories + "HubConnectionHandler";

    /// <summary>What the categories begin with that are SignalR's.</summary>
    public const string Categories = "Microsoft.AspNetCore.SignalR.";

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel) || (logLevel == LogLevel.Debug && category == Connections);

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // Too long, or no message: SignalR says it for developers alone, and whoever sends it is to mend it.
        var level = exception is InvalidDataException ? LogLevel.Warning : logLevel;
        if (level < LogLevel.Warning)
        {
            inner.Log(level, eventId, state, exception, formatter);
        }
        else if (exception is not HubException && !SafeException.WasLogged(exception) && repeated.IsLogged($"{eventId.Name} {exception?.GetType().Name}", category, out var left))
        {
            if (left > 0)
            {
                LogLeft(inner, left);
            }

            inner.Log(level, eventId, state, exception, formatter);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of the following line, {Left} before it were not logged")]
    private static partial void LogLeft(ILogger logger, int left);
}
