using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Maps database errors to application errors. SQLSTATE codes: PostgreSQL documentation, appendix A.</summary>
public sealed class ExceptionTranslator : IExceptionTranslator
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // The classes and states that speak of the server and not of the statement: no connection, no changes taken, ended by a timeout, no such role or password or database
    // at present, no resources, ended by an operator or by a statement's timeout, a fault of the system or of the server itself.
    private static readonly string[] Outages = ["08", PostgresErrorCodes.ReadOnlySqlTransaction, "25P03", "25P04", "28", PostgresErrorCodes.InvalidCatalogName, "53", "57", "58", "XX"];

    /// <inheritdoc />
    public AppException? Translate(Exception exception)
    {
        // EF Core and its execution strategies wrap the driver's exception, once or twice.
        for (var current = exception; current is not null; current = current.InnerException)
        {
            // Thrown by an interceptor while EF Core saved: the session is no longer valid.
            if (current is AppException expected)
            {
                return expected;
            }

            // A version that is not the latest, after all retries: who sends If-Match has been refused by the retried handler. Or a connection that must not serve
            // requests, opened where the server has changed.
            if (current is DbUpdateConcurrencyException or StartException)
            {
                return Unavailable(current);
            }

            if (current is NpgsqlException database)
            {
                return FromDatabase(database, IsDeletion(exception));
            }
        }

        return null;
    }

    private static AppException? FromDatabase(NpgsqlException exception, bool isDeletion) => exception switch
    {
        PostgresException refusal => FromServer(refusal, isDeletion),
        // A defect of ours.
        NpgsqlOperationInProgressException => null,
        // No connection, none free in time, or one that was lost. Whether what it carried was committed may be unknown.
        _ => Unavailable(exception),
    };

    private static AppException? FromServer(PostgresException exception, bool isDeletion) => exception.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new DuplicateValueError(ConstraintFields.Of(exception)),
        PostgresErrorCodes.ForeignKeyViolation => isDeletion
            ? new ConflictError(ReasonCodes.InUse, "Other resources still depend on this one")
            : new RecordNotFoundError(),
        // Text that PostgreSQL cannot store: U+0000, also in jsonb.
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter =>
            new ValidationError([new ErrorDetail(null, FieldCodes.InvalidFormat, "Must not contain control characters")], FieldPlace.Elsewhere),
        // A conflict that persisted after the retries, a lock or a transaction that was held too long, a database that takes no connections.
        _ when exception.IsTransient || Array.Exists(Outages, state => exception.SqlState.StartsWith(state, StringComparison.Ordinal)) => Unavailable(exception),
        _ => null,
    };

    private static ServiceUnavailableError Unavailable(Exception exception) => new(RetryAfter, inner: exception);

    private static bool IsDeletion(Exception exception) =>
        exception is DbUpdateException update && update.Entries.Any(entry => entry.State == EntityState.Deleted);
}
