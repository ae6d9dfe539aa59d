using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Ends a sign-in: that of the refresh token, or else the caller's, in every organization that its person has switched to. Does nothing when it has ended already.
/// </summary>
/// <param name="RefreshToken">A refresh token of the session; null to end the caller's.</param>
[AllowAnonymous("A refresh token outlives the access token, and whoever has it can end what it would renew.")]
[Audited("sign_out")]
[ManagesTransaction("Runs as the system, which may end a session that has expired.")]
[NotReplayed("The token can be in a cookie, and whoever has signed out already is told the same.")]
[NoValidator("A malformed token is rejected as an unknown one.")]
public sealed record Logout([property: Example("mT6mT0v3cXh1l0tJq2nK8oR5sW7yZ4aB9dE1fG3hI5k")] string? RefreshToken = null) : ICommand<Unit>
{
    /// <summary>Whether a token that nobody has is no error.</summary>
    [JsonIgnore]
    public bool AllowsUnknown { get; private init; }

    /// <summary>The sign-out of a browser by its cookie, which can be of a session long forgotten, or be gone: then nothing is left to end.</summary>
    public static Logout OfBrowser(string? cookie) => new(cookie ?? "") { AllowsUnknown = true };

    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(Logout);
}
