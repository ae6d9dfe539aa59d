using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Issues access tokens.</summary>
public interface IAccessTokenIssuer
{
    /// <summary>A signed token that says who the caller is, for as long as their session's stamp stays.</summary>
    Task<AccessToken> IssueAsync(Caller caller, EmailAddress email, CancellationToken cancellationToken);
}
