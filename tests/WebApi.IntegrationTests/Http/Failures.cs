using System.Reflection;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>One exception of every kind, by name.</summary>
internal static class Failures
{
    /// <summary>A word in every message that must not leak.</summary>
    public const string Secret = "sesame";

    /// <summary>Creates each exception.</summary>
    public static IReadOnlyDictionary<string, Func<Exception>> All { get; } = new Dictionary<string, Func<Exception>>(StringComparer.Ordinal)
    {
        [nameof(MalformedRequestError)] = () => new MalformedRequestError("Malformed"),
        [nameof(BadRequestError)] = () => new BadRequestError(ReasonCodes.OwnAccount, "Bad"),
        [nameof(AuthenticationError)] = () => new AuthenticationError(),
        [nameof(AuthorizationError)] = () => AuthorizationError.InsufficientRole(),
        [nameof(NotFoundError)] = () => new NotFoundError("User", "usr_1"),
        [nameof(ConflictError)] = () => new ConflictError(ReasonCodes.InUse, "Conflict"),
        [nameof(RequestInProgressError)] = () => new RequestInProgressError(),
        [nameof(DuplicateValueError)] = () => new DuplicateValueError("email"),
        [nameof(GoneError)] = () => new GoneError(ReasonCodes.InvitationExpired, "Gone"),
        [nameof(PreconditionFailedError)] = () => new PreconditionFailedError(),
        [nameof(PayloadTooLargeError)] = () => new PayloadTooLargeError("Large"),
        [nameof(UnsupportedMediaTypeError)] = () => new UnsupportedMediaTypeError("Type"),
        [nameof(ValidationError)] = () => ValidationError.Of("email", FieldCodes.InvalidFormat, "Invalid email format"),
        [nameof(RateLimitError)] = () => new RateLimitError(TimeSpan.FromSeconds(29.2)),
        [nameof(UpstreamError)] = () => new UpstreamError(inner: Inner),
        [nameof(ServiceUnavailableError)] = () => new ServiceUnavailableError(TimeSpan.FromMilliseconds(1), inner: Inner),
        [nameof(UpstreamTimeoutError)] = () => new UpstreamTimeoutError(inner: Inner),
        [nameof(RecordNotFoundError)] = () => new RecordNotFoundError(),
        ["unique"] = () => new DbUpdateException("save", Refusal(PostgresErrorCodes.UniqueViolation, "accounts_email_key")),
        ["foreign key"] = () => new DbUpdateException("save", Refusal(PostgresErrorCodes.ForeignKeyViolation)),
        ["version"] = () => new DbUpdateConcurrencyException($"save {Secret}"),
        ["deadlock"] = () => new InvalidOperationException("retry", Refusal(PostgresErrorCodes.DeadlockDetected)),
        ["too many connections"] = () => Refusal(PostgresErrorCodes.TooManyConnections),
        ["statement timeout"] = () => Refusal(PostgresErrorCodes.QueryCanceled),
        ["out of reach"] = () => new NpgsqlException($"connect {Secret}", new IOException("reset")),
        ["lock timeout"] = () => new DbUpdateException("save", Refusal(PostgresErrorCodes.LockNotAvailable)),
        ["transaction left alone"] = () => Refusal("25P03"),
        ["read-only server"] = () => new DbUpdateException("save", Refusal(PostgresErrorCodes.ReadOnlySqlTransaction)),
        ["disk full"] = () => Refusal(PostgresErrorCodes.DiskFull),
        ["broken server"] = () => Refusal(PostgresErrorCodes.InternalError),
        ["password changed"] = () => Refusal(PostgresErrorCodes.InvalidPassword),
        ["no suitable host"] = () => new NpgsqlException($"No suitable host was found {Secret}"),
        ["no host at all"] = () => new NpgsqlException($"hosts {Secret}", new AggregateException(Refusal(PostgresErrorCodes.InvalidPassword), new TimeoutException(Secret))),
        ["pool exhausted"] = () => new NpgsqlException($"pool {Secret}", new TimeoutException()),
        ["connection refused by us"] = () => new Infrastructure.Settings.StartException(Secret),
        ["unexpected"] = () => new InvalidOperationException($"at /srv/app with {Secret}: select * from access.accounts"),
        ["missing key"] = () => new KeyNotFoundException(Secret),
        ["database"] = () => Refusal(PostgresErrorCodes.UndefinedTable),
        ["reflection"] = () => new TargetInvocationException(new InvalidDataException(Secret)),
        ["several"] = () => new AggregateException(new InvalidDataException(Secret), new InvalidDataException(Secret)),
        ["cancelled by nobody"] = () => new TaskCanceledException(Secret),
        ["timeout"] = () => new TimeoutException(Secret),
        ["network"] = () => new HttpRequestException(Secret),
    };

    private static InvalidDataException Inner => new(Secret);

    private static PostgresException Refusal(string state, string? constraint = null) =>
        new($"refused {Secret}", "ERROR", "ERROR", state, detail: $"Key (email)=({Secret})", schemaName: "access", tableName: "accounts", constraintName: constraint);
}
