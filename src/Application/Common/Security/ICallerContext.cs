using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>Who sends the present request, and from where. Scoped.</summary>
public interface ICallerContext
{
    /// <summary>The caller; null while nobody has signed in.</summary>
    Caller? Caller { get; }

    /// <summary>Where the request comes from.</summary>
    RequestOrigin Origin { get; }

    /// <summary>The caller, where there has to be one.</summary>
    /// <exception cref="AuthenticationError">There is none.</exception>
    Caller Required => Caller ?? throw new AuthenticationError();

    /// <summary>Goes on as this caller: after a sign-in, in a job, in a seed. From here on, this is the tenant.</summary>
    void Enter(Caller caller);
}
