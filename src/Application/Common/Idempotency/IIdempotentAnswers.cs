using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Idempotency;

/// <summary>
/// The stored answers of commands, by the key that a client has sent with the request: those of one caller, method and path. The unit of work whose result is the
/// response of the command stores it, in its transaction: what it has changed and what it has answered are there together, or neither is. Scoped.
/// </summary>
public interface IIdempotentAnswers
{
    /// <summary>How long an answer is replayed; then its key is a new one.</summary>
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Begins a command of the present caller.</summary>
    /// <typeparam name="TResponse">Its response.</typeparam>
    void Begin<TResponse>(IdempotentRequest request);

    /// <summary>Finds the answer to the request; null where there is none yet. As the caller, whose credential is checked by it.</summary>
    /// <exception cref="ValidationError">The key was sent with another request.</exception>
    /// <exception cref="AuthenticationError">The caller's credential is no longer valid.</exception>
    Task<Answer<TResponse>?> FindAsync<TResponse>(CancellationToken cancellationToken);

    /// <summary>Stores the answer, unless a unit of work has, or there is one.</summary>
    Task StoreAsync<TResponse>(Answer<TResponse> answer, CancellationToken cancellationToken);
}
