using System.Reflection;

namespace CleanApi.Application.Common.Security;

/// <summary>
/// Requires that the person of the session has proved who they are lately (<see cref="IRecentAuthentication"/>): a stolen session must not be enough for what
/// outlives it. An API key has nobody to ask, and its scopes were chosen by a person.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequiresRecentAuthenticationAttribute : Attribute
{
    /// <summary>Which of the requests need it: the subject of a sentence. The handler asks; null for all, where the pipeline does.</summary>
    public string? When { get; init; }

    /// <summary>The requirement of a type of request; null when there is none.</summary>
    public static RequiresRecentAuthenticationAttribute? Of(Type request) => request.GetCustomAttribute<RequiresRecentAuthenticationAttribute>(inherit: false);
}
