namespace CleanApi.Application.Common.Security;

/// <summary>The requests that are allowed before the enrollment of a required second factor.</summary>
public static class MfaEnrollmentRule
{
    /// <summary>The message for all other requests.</summary>
    public const string Denied = "Your organization requires you to set up a second factor first";

    /// <summary>Whether a request of this type is allowed before the enrollment.</summary>
    public static bool Allows(Type request) => request.IsDefined(typeof(AllowedBeforeMfaEnrollmentAttribute), inherit: false);

    internal static bool Allows<TRequest>(Caller caller) => caller is not UserCaller { MfaEnrollmentRequired: true } || For<TRequest>.IsAllowed;

    private static class For<TRequest>
    {
        public static readonly bool IsAllowed = Allows(typeof(TRequest));
    }
}
