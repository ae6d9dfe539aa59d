using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Issues access tokens.</summary>
public interface IAccessTokenIssuer
{
    /// <summary>Returns a signed token that names the caller; valid until the session's security stamp changes.</summary>
    /// <param name="caller">The user and the session.</param>
    /// <param name="email">The user's address.</param>
    /// <param name="maxLifetime">The maximum lifetime: the session's remaining time.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<AccessToken> IssueAsync(UserCaller caller, EmailAddress email, TimeSpan maxLifetime, CancellationToken cancellationToken);
}
