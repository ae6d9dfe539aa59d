using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Idempotency;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>Answers an MFA challenge with a code, and signs in.</summary>
/// <param name="MfaToken">The token of the challenge.</param>
/// <param name="Code">A code of the authenticator app, or a recovery code.</param>
[AllowAnonymous("The caller signs in with this request.")]
[Audited(SessionCreator.Action)]
[ManagesTransaction("The count of failed attempts must not be rolled back.")]
[NotReplayed("The tokens of a session are for whoever has signed in, at that moment.")]
public sealed record VerifySecondFactor(string? MfaToken, string? Code) : ICommand<SignInResponse>
{
    /// <summary>Without token and code, which must not reach a log.</summary>
    public override string ToString() => nameof(VerifySecondFactor);
}
