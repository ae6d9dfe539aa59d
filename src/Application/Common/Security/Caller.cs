using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// The authenticated caller of a request; an anonymous request has none. A closed hierarchy: code that depends on the kind of caller uses
/// <see cref="Match"/>, so that a new kind does not compile until every place handles it.
/// </summary>
public abstract record Caller
{
    private protected Caller(OrganizationId organizationId) => OrganizationId = organizationId;

    /// <summary>The tenant of everything that the caller reads and writes.</summary>
    public OrganizationId OrganizationId { get; }

    /// <summary>When the credential ends: a connection that outlasts its request ends then too.</summary>
    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The user on whose behalf the caller acts; null for a background job.</summary>
    public abstract UserId? ActingUserId { get; }

    /// <summary>Whether the caller operates the installation, for all organizations (<see cref="PlatformOnlyAttribute"/>).</summary>
    public virtual bool OperatesPlatform => false;

    /// <summary>Whether the caller has a permission: the role grants it, and so do the scopes of an API key.</summary>
    public abstract bool Has(string permission);

    /// <summary>Calls the function of the kind of caller. Takes a state for static lambdas: it runs with every statement and must not allocate.</summary>
    public abstract TResult Match<TState, TResult>(
        TState state, Func<UserCaller, TState, TResult> user, Func<ApiKeyCaller, TState, TResult> apiKey, Func<SystemCaller, TState, TResult> system);
}
