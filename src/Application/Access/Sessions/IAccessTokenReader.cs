using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Validates access tokens.</summary>
public interface IAccessTokenReader
{
    /// <summary>
    /// Returns the caller of a token; null when it was not issued here, is no access token, or is expired. The first database statement of the request
    /// verifies that the session has not ended.
    /// </summary>
    ValueTask<UserCaller?> ReadAsync(string token, CancellationToken cancellationToken);
}
