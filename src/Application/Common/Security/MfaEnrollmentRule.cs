using CleanApi.Domain.Errors;

namespace CleanApi.Application.Common.Security;

/// <summary>The requests that are allowed before the enrollment of a required second factor.</summary>
public static class MfaEnrollmentRule
{
    /// <summary>The message for all other requests.</summary>
    public const string Denied = "Your organization requires you to set up a second factor first";

    /// <summary>The message for every request of an API key whose owner has yet to enroll.</summary>
    public const string DeniedKey = "The owner of this API key has to set up a second factor first: their organization requires it";

    // Null: the caller has enrolled what is required, or the request is one for enrolling it. An API key enrols nothing, so it can do nothing.
    internal static AuthorizationError? Denial<TRequest>(Caller caller) => caller switch
    {
        UserCaller { MfaEnrollmentRequired: true } when !For<TRequest>.IsAllowed => new AuthorizationError(ReasonCodes.MfaRequired, Denied),
        ApiKeyCaller { MfaEnrollmentRequired: true } => new AuthorizationError(ReasonCodes.MfaRequired, DeniedKey),
        _ => null,
    };

    private static class For<TRequest>
    {
        public static readonly bool IsAllowed = typeof(TRequest).IsDefined(typeof(AllowedBeforeMfaEnrollmentAttribute), inherit: false);
    }
}
