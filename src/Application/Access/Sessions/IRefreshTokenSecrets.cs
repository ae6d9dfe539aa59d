using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Application.Access;

/// <summary>
/// Makes refresh tokens, <c>rt_</c> and 256 bits in base64url. A successor is derived from its predecessor with a key that only the server has, so that
/// a client which lost the answer gets the very same one again, although no token is stored.
/// </summary>
public interface IRefreshTokenSecrets
{
    /// <summary>A new, random token.</summary>
    string Create();

    /// <summary>The one successor of a token.</summary>
    string Successor(string token);

    /// <summary>What is stored of a token: SHA-256.</summary>
    byte[] Hash(string token);

    /// <summary>Whether a text has the form of a token.</summary>
    bool IsWellFormed([NotNullWhen(true)] string? token);
}
