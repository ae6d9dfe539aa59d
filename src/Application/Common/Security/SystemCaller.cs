using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// The system in one tenant: a background job, or a use case that has just verified a credential and acts on behalf of its user. It has no permissions: it
/// calls services, while requests need a credential.
/// </summary>
/// <param name="OrganizationId">The tenant.</param>
/// <param name="OnBehalfOf">The user whose credential was verified, the actor of the audit log; null for a job.</param>
public sealed record SystemCaller(OrganizationId OrganizationId, UserId? OnBehalfOf = null) : Caller(OrganizationId)
{
    private SystemCaller(bool operatesPlatform)
        : this(default(OrganizationId)) => OperatesPlatform = operatesPlatform;

    /// <summary>The operator of the installation, at its command line: of no organization, so that a use case says in which one it acts.</summary>
    public static SystemCaller Operator { get; } = new(operatesPlatform: true);

    /// <inheritdoc />
    public override bool OperatesPlatform { get; }

    /// <inheritdoc />
    public override UserId? ActingUserId => OnBehalfOf;

    /// <inheritdoc />
    public override bool Has(string permission) => false;

    /// <inheritdoc />
    public override TResult Match<TState, TResult>(
        TState state, Func<UserCaller, TState, TResult> user, Func<ApiKeyCaller, TState, TResult> apiKey, Func<SystemCaller, TState, TResult> system) =>
        system(this, state);
}
