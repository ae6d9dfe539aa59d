using CleanApi.Application.Access;

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
