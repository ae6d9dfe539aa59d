using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>What the person of a first external sign-in can choose.</summary>
/// <param name="Token">From the callback.</param>
[AllowAnonymous("The token is the credential.")]
public sealed record GetExternalRegistration(string? Token) : IQuery<ExternalRegistrationResponse>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(GetExternalRegistration);
}
