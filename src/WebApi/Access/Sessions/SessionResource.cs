using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>A sign-in.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Type">Always <c>session</c>.</param>
/// <param name="Attributes">Its tokens, or what is asked for first.</param>
public sealed record SessionResource(SessionId Id, string Type, SessionAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "session";

    /// <summary>A session that is open.</summary>
    public static SessionResource Of(SessionResponse session) => new(session.SessionId, TypeName, new SessionAttributes
    {
        AccessToken = session.AccessToken,
        TokenType = session.TokenType,
        ExpiresIn = session.ExpiresIn,
        RefreshToken = session.RefreshToken,
        RefreshExpiresIn = session.RefreshExpiresIn,
    });

    /// <summary>A session that is opened once a question is answered.</summary>
    public static SessionResource Of(MfaChallenge challenge) => new(challenge.SessionId, TypeName, new SessionAttributes
    {
        ExpiresIn = challenge.ExpiresIn,
        MfaRequired = true,
        MfaToken = challenge.Token,
        Methods = challenge.Methods,
    });

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
