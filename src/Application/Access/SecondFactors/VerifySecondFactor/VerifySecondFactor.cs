using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Answers the question for a second factor, and signs in. Neither a command nor a query: what was wrong has to stay counted.</summary>
/// <param name="MfaToken">The token of the question.</param>
/// <param name="Code">A code of the authenticator app, or a recovery code.</param>
[AllowAnonymous("This is how one becomes somebody.")]
public sealed record VerifySecondFactor(string? MfaToken, string? Code) : IRequest<SignInResponse>
{
    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(VerifySecondFactor);
}
