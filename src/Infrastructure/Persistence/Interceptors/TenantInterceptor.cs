using System.Data.Common;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CleanApi.Infrastructure.Persistence.Interceptors;

/// <summary>
/// Prepends the tenant statement to every command of a context, in the same batch: one round trip, one implicit transaction. Inside an explicit transaction
/// only the first command carries it. A command that returns no rows does not show whether the caller is valid: inside a transaction, the tenant statement
/// precedes it as a command of its own.
/// </summary>
internal sealed class TenantInterceptor(TimeProvider clock) : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (ChangeFor(eventData) is { } change)
        {
            Apply(command, eventData, change, CanPrepend(eventData));
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (ChangeFor(eventData) is { } change)
        {
            await ApplyAsync(command, eventData, change, CanPrepend(eventData), cancellationToken);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (ChangeFor(eventData) is { } change && CanPrepend(eventData))
        {
            if (!result.Read())
            {
                Discard(result);
                throw InvalidSession();
            }

            result.NextResult();
            RecordScope(eventData, change);
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (ChangeFor(eventData) is { } change && CanPrepend(eventData))
        {
            if (!await result.ReadAsync(cancellationToken))
            {
                await DiscardAsync(result);
                throw InvalidSession();
            }

            await result.NextResultAsync(cancellationToken);
            RecordScope(eventData, change);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (ChangeFor(eventData) is { } change)
        {
            Apply(command, eventData, change, prepends: command.Transaction is null);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (ChangeFor(eventData) is { } change)
        {
            await ApplyAsync(command, eventData, change, prepends: command.Transaction is null, cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        ChangeFor(eventData) is null
            ? result
            : throw new NotSupportedException("A scalar command would answer with the tenant statement's value; read a row instead.");

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ScalarExecuting(command, eventData, result));

    /// <summary>The error for a session or API key that is no longer valid.</summary>
    internal static AuthenticationError InvalidSession() => new("Invalid or expired token");

    // Null: the tenant of this transaction is set as it has to be. Without a caller only Access's tables are readable: the tenant of a caller whose work has
    // ended is reset.
    private static TenantChange? ChangeFor(CommandEventData eventData)
    {
        if (eventData.Context is not CleanApiDbContext db)
        {
            return null;
        }

        var (caller, scope) = (db.CallerContext?.Caller, db.Scope);
        var current = scope is not null && scope.TransactionId == db.Database.CurrentTransaction?.TransactionId ? scope.Caller : null;
        return current == caller ? null : new TenantChange(caller);
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

    private static void RecordScope(CommandEventData eventData, TenantChange change)
    {
        var db = (CleanApiDbContext)eventData.Context!;
        db.Scope = change.Caller is { } caller && db.Database.CurrentTransaction is { } transaction ? new TenantScope(transaction.TransactionId, caller) : null;
    }

    private void Apply(DbCommand command, CommandEventData eventData, TenantChange change, bool prepends)
    {
        if (prepends)
        {
            Prepend(command, change);
            return;
        }

        TenantCommand.Execute(command, change.Caller, clock.GetUtcNow());
        RecordScope(eventData, change);
    }

    private async ValueTask ApplyAsync(DbCommand command, CommandEventData eventData, TenantChange change, bool prepends, CancellationToken cancellationToken)
    {
        if (prepends)
        {
            Prepend(command, change);
            return;
        }

        await TenantCommand.ExecuteAsync(command, change.Caller, clock.GetUtcNow(), cancellationToken);
        RecordScope(eventData, change);
    }

    private void Prepend(DbCommand command, TenantChange change) =>
        command.CommandText = TenantStatement.For(change.Caller, command, clock.GetUtcNow()) + command.CommandText;

    // The caller whose tenant has to be set; null: none.
    private readonly record struct TenantChange(Caller? Caller);
}
