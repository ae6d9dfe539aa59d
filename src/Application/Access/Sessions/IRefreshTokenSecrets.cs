using System.Diagnostics.CodeAnalysis;

namespace CleanApi.Application.Access;

/// <summary>
/// Generates refresh tokens: <c>rt_</c> and 256 bits in base64url. A successor is derived from its predecessor with a secret key, so that a client that
/// lost the response gets the same successor again, although only hashes are stored.
/// </summary>
public interface IRefreshTokenSecrets
{
    /// <summary>Generates a random token.</summary>
    string Create();

    /// <summary>Derives the only successor of a token.</summary>
    string Successor(string token);

    /// <summary>SHA-256 of a token; only the hash is stored.</summary>
    byte[] Hash(string token);

    /// <summary>Whether a text has the form of a token.</summary>
    bool IsWellFormed([NotNullWhen(true)] string? token);
}
