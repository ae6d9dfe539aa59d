using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// Who sends a request, as a verified credential says. A closed hierarchy: what depends on the kind of caller goes through <see cref="Match"/>, so that a new
/// kind does not compile until every place has decided about it. An anonymous request has no caller.
/// </summary>
public abstract record Caller
{
    private protected Caller(OrganizationId organizationId) => OrganizationId = organizationId;

    /// <summary>The tenant of everything that the caller reads and writes.</summary>
    public OrganizationId OrganizationId { get; }

    /// <summary>The user on whose behalf the caller acts; null for a job of the program itself.</summary>
    public abstract UserId? ActingUserId { get; }

    /// <summary>Whether effects outside the data, such as mail, are meant: false for a test-mode key.</summary>
    public virtual bool IsLiveMode => true;

    /// <summary>Whether the caller has a permission: their role's, cut to the scopes of the key.</summary>
    public abstract bool Has(string permission);

    /// <summary>Decides by the kind of caller. Static lambdas and a state: it runs with every statement and allocates nothing.</summary>
    public abstract TResult Match<TState, TResult>(
        TState state, Func<UserCaller, TState, TResult> user, Func<ApiKeyCaller, TState, TResult> apiKey, Func<SystemCaller, TState, TResult> system);
}
