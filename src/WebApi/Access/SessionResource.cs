using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A sign-in.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Type">Always <c>session</c>.</param>
/// <param name="Attributes">Its tokens.</param>
public sealed record SessionResource(SessionId Id, string Type, SessionAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "session";

    /// <summary>The resource of a response.</summary>
    public static SessionResource Of(SessionResponse session) => new(
        session.SessionId,
        TypeName,
        new SessionAttributes(session.AccessToken, session.TokenType, session.ExpiresIn, session.RefreshToken, session.RefreshExpiresIn));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
