using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;

namespace CleanApi.WebApi.Access;

/// <summary>A session that a sign-in has opened, or a refresh has prolonged.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Type">Always <c>session</c>.</param>
/// <param name="Attributes">Its tokens.</param>
/// <param name="Relationships">Whose it is.</param>
public sealed record SessionResource(SessionId Id, string Type, SessionAttributes Attributes, SessionRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "session";

    /// <summary>The resource of a session.</summary>
    public static SessionResource Of(SessionResponse session) => new(
        session.SessionId,
        TypeName,
        new SessionAttributes(session.AccessToken, session.TokenType, session.ExpiresIn, session.RefreshToken, session.RefreshExpiresIn),
        new SessionRelationships(new(session.UserId, UserResource.TypeName), new(session.OrganizationId, OrganizationResource.TypeName)));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>The tokens of a session.</summary>
/// <param name="AccessToken">Goes with every request: <c>Authorization: Bearer</c>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token lasts.</param>
/// <param name="RefreshToken">Gives the next pair, once.</param>
/// <param name="RefreshExpiresIn">Seconds that the refresh token lasts.</param>
public sealed record SessionAttributes(
    [property: Example("eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1c3JfMDFoNDU1dmI0cGV4NXZza25rMDg0c24wMnEifQ.c2lnbmF0dXJl")] string AccessToken,
    [property: AllowedValues("Bearer"), Example("Bearer")] string TokenType,
    [property: AtLeast(1), Example(900)] int ExpiresIn,
    [property: Example("mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k")] string RefreshToken,
    [property: AtLeast(1), Example(604800)] int RefreshExpiresIn)
{
    /// <summary>Without the tokens: whoever reads a log must not be able to use them.</summary>
    public override string ToString() => nameof(SessionAttributes);
}

/// <summary>Whose a session is.</summary>
/// <param name="User">Who has signed in.</param>
/// <param name="Organization">The organization that they are signed in to.</param>
public sealed record SessionRelationships(Relationship<UserId, UserAttributes> User, Relationship<OrganizationId, OrganizationSummary> Organization);
