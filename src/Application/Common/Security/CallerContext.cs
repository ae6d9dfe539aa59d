using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;

namespace CleanApi.Application.Common.Security;

/// <summary>The part of <see cref="ICallerContext"/> that does not depend on the host.</summary>
public abstract class CallerContext : ICallerContext
{
    private Caller? runAs;

    /// <inheritdoc />
    public Caller? Caller => runAs ?? Authenticated;

    /// <inheritdoc />
    public abstract RequestOrigin Origin { get; }

    /// <inheritdoc />
    public virtual Preconditions Preconditions => Preconditions.None;

    /// <inheritdoc />
    public virtual IdempotentRequest? IdempotentRequest => null;

    /// <summary>The caller that the host has authenticated; null for an anonymous request.</summary>
    protected abstract Caller? Authenticated { get; }

    /// <inheritdoc />
    public async Task<T> RunAsAsync<T>(Caller caller, Func<Task<T>> work)
    {
        var before = runAs;
        runAs = caller;
        try
        {
            return await work();
        }
        finally
        {
            runAs = before;
        }
    }
}
