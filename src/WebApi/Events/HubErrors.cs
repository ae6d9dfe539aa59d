using System.Globalization;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.SignalR;

namespace CleanApi.WebApi.Events;

/// <summary>
/// What a client of the hub learns of a failure, and the log: of its own mistakes a sampled line without a stack, of an unexpected failure the exception. SignalR logs either as
/// an error with its stack, which lets any client fill the log; its own lines about what was answered here are left out (<see cref="Logging.HubLogger"/>).
/// </summary>
/// <param name="mapper">Decides what a client learns.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">The hub's log.</param>
internal sealed partial class HubErrors(ExceptionMapper mapper, TimeProvider clock, ILogger<EventsHub> logger)
{
    private readonly RepeatedRefusals repeated = new(clock);

    /// <summary>A reason for clients: a code, a colon and what to do.</summary>
    public static HubException Of(StreamEnding end) => new($"{end.Reason}: {end.Message}");

    /// <summary>The error of a failure, which has been logged.</summary>
    public HubException Of(Exception exception)
    {
        if (exception is HubException known)
        {
            return known;
        }

        var error = mapper.Map(exception);
        if (error.Code == ErrorCodes.Internal)
        {
            LogFailure(logger, exception);
        }
        else if (repeated.IsLogged(error.Code, EventsHub.Path, out var left))
        {
            LogRefusal(logger, error.Code, error.Details is [{ } first, ..] ? first.Code : error.Code, left);
        }

        return new HubException($"{error.Code}: {TextOf(error)}");
    }

    /// <summary>Runs a step of a call; what fails becomes an error for the client. That the client has stopped is none.</summary>
    public async Task<T> GuardAsync<T>(Func<Task<T>> step, CancellationToken stopped)
    {
        try
        {
            return await step();
        }
        catch (Exception exception) when (!stopped.IsCancellationRequested)
        {
            throw Of(exception);
        }
    }

    private static string TextOf(AppException error)
    {
        var text = string.Join("; ", error.Details
            .Select(detail => detail.Field is null ? $"{detail.Code}: {detail.Message}" : $"{detail.Field}: {detail.Message}")
            .DefaultIfEmpty(error.Message));
        return error is IRetryable { RetryAfter: var wait }
            ? string.Create(CultureInfo.InvariantCulture, $"{text}; try again in {Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))} s")
            : text;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A call of the hub was refused: {Code}, {Detail}; {Left} before it were not logged")]
    private static partial void LogRefusal(ILogger logger, string code, string detail, int left);

    [LoggerMessage(Level = LogLevel.Error, Message = "A call of the hub failed")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
