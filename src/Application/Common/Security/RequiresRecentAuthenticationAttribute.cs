namespace CleanApi.Application.Common.Security;

/// <summary>
/// Requires that the person of the session has proved who they are lately (<see cref="IRecentAuthentication"/>): a stolen session must not be enough for what
/// outlives it. For requests that only a person with a session can send.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequiresRecentAuthenticationAttribute : Attribute
{
    /// <summary>Whether requests of a type require it.</summary>
    public static bool IsOn(Type request) => request.IsDefined(typeof(RequiresRecentAuthenticationAttribute), inherit: false);
}
