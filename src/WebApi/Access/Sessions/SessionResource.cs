using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
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

/// <summary>The tokens of a session; or the question for a second factor, with whose answer it is opened. What belongs to the other is absent.</summary>
public sealed record SessionAttributes
{
    /// <summary>Goes with every request: <c>Authorization: Bearer</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Example("eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ1c3JfMDFoNDU1dmI0cGV4NXZza25rMDg0c24wMnEifQ.c2lnbmF0dXJl")]
    public string? AccessToken { get; init; }

    /// <summary>Always <c>Bearer</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [AllowedValues("Bearer"), Example("Bearer")]
    public string? TokenType { get; init; }

    /// <summary>Seconds that the access token lasts, or that there are to answer in.</summary>
    [AtLeast(1), Example(900)]
    public required int ExpiresIn { get; init; }

    /// <summary>Gives the next pair, once.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Example("mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k")]
    public string? RefreshToken { get; init; }

    /// <summary>Seconds that the refresh token lasts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [AtLeast(1), Example(604800)]
    public int? RefreshExpiresIn { get; init; }

    /// <summary>True where a second factor is asked for: then there are no tokens yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? MfaRequired { get; init; }

    /// <summary>Goes with the answer: it stands for the first factor.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Length(1, SecondFactorRules.MaxTokenLength)]
    public string? MfaToken { get; init; }

    /// <summary>What can be answered with: <c>totp</c>, <c>recovery_code</c>, <c>passkey</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Without the tokens.</summary>
    public override string ToString() => nameof(SessionAttributes);
}
