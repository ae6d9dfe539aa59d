using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Broker;

/// <summary>Tells that the broker is away when it begins, once a minute while it lasts, and when it is over: it is tried every few seconds, for as long as it takes.</summary>
/// <param name="clock">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class BrokerLog(TimeProvider clock, ILogger logger)
{
    /// <summary>Between two lines about the same outage.</summary>
    internal static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly Lock access = new();
    private long? toldAt;

    /// <summary>It does not take anything.</summary>
    public void Lost(string reason, Exception exception)
    {
        lock (access)
        {
            if (toldAt is { } told && clock.GetElapsedTime(told) < Between)
            {
                return;
            }

            toldAt = clock.GetTimestamp();
        }

        LogLost(logger, reason, exception);
    }

    /// <summary>It has taken something.</summary>
    public void Back()
    {
        if (toldAt is null)
        {
            return;
        }

        lock (access)
        {
            toldAt = null;
        }

        LogBack(logger);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The message broker has no events: {Reason}. They wait; it is tried every few seconds, and told once a minute and when it is over")]
    private static partial void LogLost(ILogger logger, string reason, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The message broker takes events again")]
    private static partial void LogBack(ILogger logger);
}
