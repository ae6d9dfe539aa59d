using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CleanApi.Infrastructure.Idempotency;

/// <inheritdoc cref="IIdempotentAnswers" />
internal sealed class IdempotentAnswers(CleanApiDbContext db, ICallerContext context, AnswerSeal seal, RootKey root, TimeProvider clock) : IIdempotentAnswers
{
    private const string Purpose = "idempotency-keys/v1";

    private AnswerScope? scope;
    private Type? response;
    private bool isStored;

    /// <inheritdoc />
    public void Begin<TResponse>(IdempotentRequest request) =>
        (scope, response, isStored) = (AnswerScope.Of(request, context.Caller, root.Derive(Purpose)), typeof(TResponse), false);

    /// <inheritdoc />
    public async Task<Answer<TResponse>?> FindAsync<TResponse>(CancellationToken cancellationToken)
    {
        var (hash, now) = (scope!.Hash, clock.GetUtcNow());
        var found = await (context.Caller is null ? AsSystemAsync(ReadAsync) : ReadAsync());
        return found is null ? null : seal.Open<TResponse>(scope, found);

        Task<byte[]?> ReadAsync() => db.Set<IdempotentAnswer>().AsNoTracking().Where(answer => answer.ScopeHash == hash && answer.ExpiresAt > now)
            .Select(answer => answer.EncryptedAnswer).SingleOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task StoreAsync<TResponse>(Answer<TResponse> answer, CancellationToken cancellationToken)
    {
        if (!isStored || answer.Error is not null)
        {
            await AsSystemAsync(() => InsertAsync(seal.Close(scope!, answer), cancellationToken));
        }
    }

    /// <summary>Whether a unit of work with this result is the one that has to store it.</summary>
    internal bool Awaits<T>() => response == typeof(T);

    /// <summary>Begins the transaction whose result is the answer: others with the same key wait for its end, though not for long.</summary>
    /// <exception cref="RequestInProgressError">There is an answer by now, or another transaction does not come to its end.</exception>
    internal async Task ClaimAsync<T>(CancellationToken cancellationToken)
    {
        if (!Awaits<T>())
        {
            return;
        }

        isStored = false;
        try
        {
            if (!await AsSystemAsync(() => InsertAsync(null, cancellationToken)))
            {
                throw new RequestInProgressError();
            }
        }
        catch (Exception exception) when (IsLocked(exception))
        {
            throw new RequestInProgressError();
        }
    }

    /// <summary>Stores the result in its transaction, as the last of what that changes.</summary>
    internal async Task CompleteAsync<T>(T result, CancellationToken cancellationToken)
    {
        if (!Awaits<T>())
        {
            return;
        }

        var (hash, encrypted) = (scope!.Hash, seal.Close(scope, new Answer<T>(result, null)));
        await AsSystemAsync(() => db.Set<IdempotentAnswer>().Where(answer => answer.ScopeHash == hash)
            .ExecuteUpdateAsync(update => update.SetProperty(answer => answer.EncryptedAnswer, encrypted), cancellationToken));
        isStored = true;
    }

    private static bool IsLocked(Exception? exception) =>
        exception is not null && (exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } || IsLocked(exception.InnerException));

    // The command may have ended the caller's session, or run in another organization than the caller's.
    private Task<T> AsSystemAsync<T>(Func<Task<T>> work) => context.RunAsAsync(new SystemCaller(scope!.OrganizationId), work);

    // False: there is an answer.
    private async Task<bool> InsertAsync(byte[]? encrypted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var inserted = await db.Database.SqlQuery<bool>(
            $"""
            select idempotency.claim({scope!.OrganizationId.Value}, {scope.Hash}, {encrypted}::bytea, {now}, {now + IIdempotentAnswers.Lifetime}) as "Value"
            """).ToListAsync(cancellationToken);
        return inserted.Single();
    }
}
