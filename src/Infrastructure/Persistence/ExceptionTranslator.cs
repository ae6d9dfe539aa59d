using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>Maps database errors to application errors. SQLSTATE codes: PostgreSQL documentation, appendix A.</summary>
public sealed class ExceptionTranslator : IExceptionTranslator
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

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

            if (current is DbUpdateConcurrencyException)
            {
                return new PreconditionFailedError();
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
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation => new DuplicateValueError(ConstraintFields.Of(violation)),
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => isDeletion
            ? new ConflictError(ReasonCodes.InUse, "Other resources still depend on this one")
            : new RecordNotFoundError(),
        // Text that PostgreSQL cannot store: U+0000, also in jsonb.
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            new ValidationError([new ErrorDetail(null, FieldCodes.InvalidFormat, "Must not contain control characters")], FieldPlace.Elsewhere),
        // The server's statement timeout; a client that disconnects causes OperationCanceledException instead.
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => Unavailable(exception),
        // Out of connections, restarting, unreachable, pool exhausted, or a conflict that persisted after the retries.
        { IsTransient: true } => Unavailable(exception),
        _ => null,
    };

    private static ServiceUnavailableError Unavailable(Exception exception) => new(RetryAfter, inner: exception);

    private static bool IsDeletion(Exception exception) =>
        exception is DbUpdateException update && update.Entries.Any(entry => entry.State == EntityState.Deleted);
}
