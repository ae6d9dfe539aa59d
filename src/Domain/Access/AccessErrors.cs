using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>What somebody is told who may not come in. One sentence for all reasons: which one it was would help only a stranger.</summary>
public static class AccessErrors
{
    /// <summary>Unknown address, wrong password, no password, locked out: not told which.</summary>
    public static AuthenticationError InvalidCredentials() => new("Invalid email or password");

    /// <summary>Wrong, used before, too late, too often, or for no sign-in that waits for one: not told which.</summary>
    public static AuthenticationError InvalidCode() => new("Invalid or expired code");

    /// <summary>A second authenticator app cannot be set up beside the first.</summary>
    public static ConflictError TotpIsOn() => new("An authenticator app is set up already");

    /// <summary>There is no authenticator app.</summary>
    public static ConflictError TotpIsOff() => new("No authenticator app is set up");

    /// <summary>Forged, expired, revoked, used, or not a token at all: not told which.</summary>
    public static AuthenticationError InvalidToken() => new("Invalid or expired token");
}
