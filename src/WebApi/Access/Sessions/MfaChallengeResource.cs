using System.ComponentModel.DataAnnotations;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Requests;
using CleanApi.Domain.Access;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Access;

/// <summary>The question for a second factor, which a sign-in with a password asks first where the account has one.</summary>
/// <param name="Id">The id of the session that its answer opens.</param>
/// <param name="Type">Always <c>mfa_challenge</c>.</param>
/// <param name="Attributes">What it is answered with.</param>
public sealed record MfaChallengeResource(SessionId Id, string Type, MfaChallengeAttributes Attributes) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "mfa_challenge";

    /// <summary>The resource of a challenge.</summary>
    public static MfaChallengeResource Of(MfaChallenge challenge) => new(
        challenge.SessionId, TypeName, new MfaChallengeAttributes(true, challenge.Token, challenge.Methods, challenge.ExpiresIn));

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}

/// <summary>What a challenge is answered with.</summary>
/// <param name="MfaRequired">Always true: there are no tokens yet.</param>
/// <param name="MfaToken">Goes with the answer: it stands for the first factor.</param>
/// <param name="Methods">What can be answered with.</param>
/// <param name="ExpiresIn">Seconds that there are to answer in.</param>
public sealed record MfaChallengeAttributes(
    [property: AllowedValues(true)] bool MfaRequired,
    [property: Length(1, SecondFactorRules.MaxTokenLength), Example("tok_p2J9xW0cQ4kT7vB1nM8sR5yL3dF6hZ0aE2gU4iO7jK1")] string MfaToken,
    [property: ItemsOf(typeof(SecondFactorMethods)), Example(SecondFactorMethods.Totp, SecondFactorMethods.RecoveryCode)] IReadOnlyList<string> Methods,
    [property: AtLeast(1), Example(300)] int ExpiresIn)
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(MfaChallengeAttributes);
}
