using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>Who sends the present request, and from where. Scoped.</summary>
public interface ICallerContext
{
    /// <summary>The caller; null for an anonymous request.</summary>
    Caller? Caller { get; }

    /// <summary>Where the request comes from.</summary>
    RequestOrigin Origin { get; }

    /// <summary>The caller, where there has to be one.</summary>
    /// <exception cref="AuthenticationError">The request is anonymous.</exception>
    Caller Required => Caller ?? throw new AuthenticationError();

    /// <summary>The user on whose behalf the request is sent.</summary>
    /// <exception cref="AuthenticationError">There is none.</exception>
    UserId RequiredUserId => Required.ActingUserId ?? throw new AuthenticationError();

    /// <summary>The person who sends the request with a session of their own.</summary>
    /// <exception cref="AuthenticationError">The request is anonymous.</exception>
    /// <exception cref="AuthorizationError">A program sends it.</exception>
    UserCaller RequiredUser => Required as UserCaller ?? throw new AuthorizationError(AuthenticatedOnlyAttribute.PersonRequired);

    /// <summary>
    /// Runs work as another caller: after a credential was verified, in a job, in a seed. Inside, that is the caller and the tenant; it ends with the block.
    /// </summary>
    Task<T> RunAsAsync<T>(Caller caller, Func<Task<T>> work);
}
