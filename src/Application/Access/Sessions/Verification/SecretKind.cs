namespace CleanApi.Application.Access;

/// <summary>
/// The kinds of secrets of an account that can be guessed. Guesses are counted for each alone: whoever knows one of them clears no guesses at another by it.
/// </summary>
public enum SecretKind
{
    /// <summary>A code of the authenticator app, or a recovery code.</summary>
    Code,

    /// <summary>The password.</summary>
    Password,

    /// <summary>A code of an app that is being set up, whose secret the session was shown: it proves nothing of who somebody is.</summary>
    Enrollment,
}
