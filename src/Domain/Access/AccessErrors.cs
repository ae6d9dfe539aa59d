using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>What somebody is told who may not come in. One sentence for all reasons: which one it was would help only a stranger.</summary>
public static class AccessErrors
{
    /// <summary>Unknown address, wrong password, no password, locked out: not told which.</summary>
    public static AuthenticationError InvalidCredentials() => new("Invalid email or password");

    /// <summary>Forged, expired, revoked, used, or not a token at all: not told which.</summary>
    public static AuthenticationError InvalidToken() => new("Invalid or expired token");
}
