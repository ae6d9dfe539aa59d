using System.Data.Common;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// Prepends the tenant statement to every command of a context, in the same batch: one round trip, one implicit transaction. Inside an explicit transaction
/// only the first command carries it.
/// </summary>
internal sealed class TenantInterceptor(TimeProvider clock) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (CallerToSet(eventData) is { } caller)
        {
            if (CanPrepend(eventData))
            {
                Prepend(command, caller);
            }
            else
            {
                TenantCommand.Execute(command, caller, clock.GetUtcNow());
                RecordScope(eventData, caller);
            }
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (CallerToSet(eventData) is { } caller)
        {
            if (CanPrepend(eventData))
            {
                Prepend(command, caller);
            }
            else
            {
                await TenantCommand.ExecuteAsync(command, caller, clock.GetUtcNow(), cancellationToken);
                RecordScope(eventData, caller);
            }
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (CallerToSet(eventData) is { } caller && CanPrepend(eventData))
        {
            if (!result.Read())
            {
                Discard(result);
                throw InvalidSession();
            }

            result.NextResult();
            RecordScope(eventData, caller);
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (CallerToSet(eventData) is { } caller && CanPrepend(eventData))
        {
            if (!await result.ReadAsync(cancellationToken))
            {
                await DiscardAsync(result);
                throw InvalidSession();
            }

            await result.NextResultAsync(cancellationToken);
            RecordScope(eventData, caller);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (CallerToSet(eventData) is { } caller)
        {
            Prepend(command, caller);
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        CallerToSet(eventData) is null
            ? result
            : throw new NotSupportedException("A scalar command would answer with the tenant statement's value; read a row instead.");

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    /// <summary>The error for a session or API key that is no longer valid.</summary>
    internal static AuthenticationError InvalidSession() => new("Invalid or expired token");

    // Null: anonymous (only Access's tables are readable then), or the tenant of this transaction is already set.
    private static Caller? CallerToSet(CommandEventData eventData)
    {
        if (eventData.Context is not CleanApiDbContext { CallerContext.Caller: { } caller } db)
        {
            return null;
        }

        return db.Scope is { } scope && scope.TransactionId == db.Database.CurrentTransaction?.TransactionId && scope.Caller == caller ? null : caller;
    }

    private static void Discard(DbDataReader result)
    {
        try
        {
            result.Dispose();
        }
        catch (DbException)
        {
            // Without a tenant, row-level security rejected the insert that followed; the caller gets the original reason.
        }
    }

    private static async Task DiscardAsync(DbDataReader result)
    {
        try
        {
            await result.DisposeAsync();
        }
        catch (DbException)
        {
            // As above.
        }
    }

    // EF Core reads the affected rows of a save by statement position: a prepended statement would make it miss concurrency conflicts. Inserts have none: they
    // affect one row or fail.
    private static bool CanPrepend(CommandEventData eventData) =>
        eventData.CommandSource != CommandSource.SaveChanges || ((CleanApiDbContext)eventData.Context!).InsertsOnly;

    private static void RecordScope(CommandEventData eventData, Caller caller)
    {
        var db = (CleanApiDbContext)eventData.Context!;
        if (db.Database.CurrentTransaction is { } transaction)
        {
            db.Scope = new TenantScope(transaction.TransactionId, caller);
        }
    }

    private void Prepend(DbCommand command, Caller caller) =>
        command.CommandText = TenantStatement.For(caller, command, clock.GetUtcNow()) + command.CommandText;
}
