using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>The errors of managing passkeys.</summary>
public static class PasskeyErrors
{
    /// <summary>Message of <see cref="Unavailable"/>.</summary>
    public const string UnavailableMessage = "Passkeys need a host name where this service has an IP address";

    /// <summary>Message of <see cref="NotAccepted"/>.</summary>
    public const string NotAcceptedMessage = "The passkey was not accepted";

    /// <summary>Message of <see cref="TooMany"/>.</summary>
    public const string TooManyMessage = "An account has at most 20 passkeys";

    /// <summary>The service's address is an IP address, for which browsers create no passkeys (WebAuthn Level 3, section 5.1.2).</summary>
    public static ConflictError Unavailable() => new(ReasonCodes.PasskeysUnavailable, UnavailableMessage);

    /// <summary>Used or expired challenge, foreign origin, no user verification, or registered already; the message does not say which.</summary>
    public static BadRequestError NotAccepted() => new(ReasonCodes.PasskeyNotAccepted, NotAcceptedMessage);

    /// <summary>The account has <see cref="Passkey.MaxPerAccount"/>.</summary>
    public static ConflictError TooMany() => new(ReasonCodes.PasskeyLimit, TooManyMessage);

    /// <summary>The passkey is unknown, removed or another user's.</summary>
    public static NotFoundError NotFound(PasskeyId id) => new("Passkey", id.ToString(), "of yours");
}
