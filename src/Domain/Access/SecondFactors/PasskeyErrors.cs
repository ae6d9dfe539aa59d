using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>What somebody is told who keeps their own passkeys.</summary>
public static class PasskeyErrors
{
    /// <summary>What the answer says where browsers would refuse.</summary>
    public const string UnavailableMessage = "Passkeys need a host name where this service has an IP address";

    /// <summary>What the answer says of a passkey that was not added.</summary>
    public const string NotAcceptedMessage = "The passkey was not accepted";

    /// <summary>What the answer says when there are enough.</summary>
    public const string TooManyMessage = "An account has at most 20 passkeys";

    /// <summary>Browsers make passkeys for host names only, and the service is known by an IP address (WebAuthn Level 3, section 5.1.2).</summary>
    public static ConflictError Unavailable() => new(UnavailableMessage);

    /// <summary>Used or expired challenge, another site, no verification of the person, an authenticator that is registered already: not told which.</summary>
    public static BadRequestError NotAccepted() => new(NotAcceptedMessage);

    /// <summary>The account has <see cref="Passkey.MaxOfAccount"/>.</summary>
    public static ConflictError TooMany() => new(TooManyMessage);

    /// <summary>Unknown, removed, or somebody else's.</summary>
    public static NotFoundError NotFound(PasskeyId id) => new("Passkey", id.ToString());
}
