using System.Data.Common;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// Sends the tenant with every command of a context, in the command's own batch: one round trip, one implicit transaction. Inside an explicit transaction
/// the first command carries it for all.
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
                Remember(eventData, caller);
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
                Remember(eventData, caller);
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
                throw DeadSession();
            }

            result.NextResult();
            Remember(eventData, caller);
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
                throw DeadSession();
            }

            await result.NextResultAsync(cancellationToken);
            Remember(eventData, caller);
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

    /// <summary>What a caller is told whose session has ended or changed.</summary>
    internal static AuthenticationError DeadSession() => new("Invalid or expired token");

    // Null: nobody has signed in (only Access's tables are readable then), or this transaction has its tenant already.
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
            // Without a tenant, row-level security has refused the insertion that followed: the caller is told why there is no tenant.
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

    // EF Core finds the rows that each statement of a save affected by the statement's position: one more in front would make it miss concurrency
    // conflicts. Insertions have none: they affect one row or fail.
    private static bool CanPrepend(CommandEventData eventData) =>
        eventData.CommandSource != CommandSource.SaveChanges || ((CleanApiDbContext)eventData.Context!).InsertsOnly;

    private static void Remember(CommandEventData eventData, Caller caller)
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
