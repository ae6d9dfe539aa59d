using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>Warns of commands that take long, with what was asked for and the SQL; never with its parameters.</summary>
internal sealed partial class SlowQueryLog(SlowQuerySettings settings, ILogger<SlowQueryLog> logger) : DbCommandInterceptor
{
    private const string Background = "a background job";

    /// <inheritdoc />
    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Tell(command, eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Tell(command, eventData);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(command, eventData);

    /// <inheritdoc />
    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData);
        return Task.CompletedTask;
    }

    private void Tell(DbCommand command, CommandEndEventData eventData)
    {
        if (eventData.Duration < settings.From || !logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        var origin = (eventData.Context as CleanApiDbContext)?.CallerContext?.Origin;
        LogSlow((long)eventData.Duration.TotalMilliseconds, origin?.Operation ?? Background, origin?.RequestId ?? "-", command.CommandText.ReplaceLineEndings(" "));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A query has taken {Duration} ms in {Operation}, request {RequestId}: {Statement}")]
    private partial void LogSlow(long duration, string operation, string requestId, string statement);
}
