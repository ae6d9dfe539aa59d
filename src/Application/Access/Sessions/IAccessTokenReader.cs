using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Reads access tokens back.</summary>
public interface IAccessTokenReader
{
    /// <summary>
    /// The caller that a token names; null when it is not one of ours, not an access token, or not valid now. Whether the session still lives is asked
    /// by the first statement to the database.
    /// </summary>
    ValueTask<UserCaller?> ReadAsync(string token, CancellationToken cancellationToken);
}
