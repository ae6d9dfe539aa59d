using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>The caller and the origin of the current request. Scoped.</summary>
public interface ICallerContext
{
    /// <summary>The caller; null for an anonymous request.</summary>
    Caller? Caller { get; }

    /// <summary>The origin of the request.</summary>
    RequestOrigin Origin { get; }

    /// <summary>What the caller requires of the version of what the command changes.</summary>
    Preconditions Preconditions { get; }

    /// <summary>The request with the key under which its answer is replayed; null where the caller has sent none.</summary>
    IdempotentRequest? IdempotentRequest { get; }

    /// <summary>The caller, who must be authenticated.</summary>
    /// <exception cref="AuthenticationError">The request is anonymous.</exception>
    Caller Required => Caller ?? throw new AuthenticationError();

    /// <summary>The user on whose behalf the caller acts.</summary>
    /// <exception cref="AuthenticationError">There is none.</exception>
    UserId RequiredUserId => Required.ActingUserId ?? throw new AuthenticationError();

    /// <summary>The user with a session.</summary>
    /// <exception cref="AuthenticationError">The request is anonymous.</exception>
    /// <exception cref="AuthorizationError">The caller has no user session.</exception>
    UserCaller RequiredUser => Required as UserCaller ?? throw new AuthorizationError(ReasonCodes.PersonRequired, AuthenticatedOnlyAttribute.PersonRequired);

    /// <summary>
    /// Runs work as another caller, in that caller's tenant: after a credential was verified, in a job, in a seed.
    /// </summary>
    Task<T> RunAsAsync<T>(Caller caller, Func<Task<T>> work);
}
