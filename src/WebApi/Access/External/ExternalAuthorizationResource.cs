using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A visit to another provider, begun. It has no id: nothing can be asked about it again.</summary>
/// <param name="Type">Always <c>externalAuthorization</c>.</param>
/// <param name="Attributes">How the browser goes on.</param>
public sealed record ExternalAuthorizationResource(string Type, ExternalAuthorizationAttributes Attributes)
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "externalAuthorization";

    /// <summary>The resource of a response.</summary>
    public static ExternalAuthorizationResource Of(ExternalAuthorization authorization) =>
        new(TypeName, new ExternalAuthorizationAttributes(authorization.Url.AbsoluteUri, (int)authorization.Lifetime.TotalSeconds));
}

/// <summary>How the browser goes on.</summary>
/// <param name="AuthorizationUrl">Where to send it.</param>
/// <param name="ExpiresIn">Seconds that there are to come back.</param>
public sealed record ExternalAuthorizationAttributes(
    [property: Example("https://accounts.google.com/o/oauth2/v2/auth?response_type=code")] string AuthorizationUrl,
    [property: AtLeast(1), Example(600)] int ExpiresIn);
