using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Proves again who the person of the session is, for what a session alone is not enough (<see cref="RequiresRecentAuthenticationAttribute"/>). One of password,
/// code and passkey.
/// </summary>
/// <param name="Password">The password, where the account has no second factor,</param>
/// <param name="Code">or a code of the authenticator app, or a recovery code,</param>
/// <param name="Token">or a passkey: from the beginning of a sign-in with a passkey; valid once,</param>
/// <param name="Credential">with the browser's PublicKeyCredential as JSON (WebAuthn Level 3, section 5.1: AuthenticationResponseJSON).</param>
[AuthenticatedOnly("Everybody proves only who they are themselves.")]
[AllowedBeforeMfaEnrollment]
[Audited("session.reauthenticated")]
[ManagesTransaction("Verifies the password, which is slow, and counts failures.")]
[NotReplayed("A proof is of the moment that it is given in.")]
public sealed record Reauthenticate(
    string? Password = null,
    string? Code = null,
    string? Token = null,
    [property: DataType("PublicKeyCredential")] JsonElement? Credential = null) : ICommand<Unit>
{
    /// <summary>Whether a passkey is given.</summary>
    internal bool HasCredential => Credential is not null;

    /// <summary>Without its secrets, which must not reach a log.</summary>
    public override string ToString() => nameof(Reauthenticate);
}
