using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Completes a registration: creates the organization, its first administrator and their account.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential.")]
[Audited(OrganizationRegistrar.Action)]
[ManagesTransaction("A duplicate address is detected only when the transaction is saved.")]
public sealed record VerifyEmail(string? Token) : ICommand<Unit>
{
    /// <summary>Without the token, which must not reach a log.</summary>
    public override string ToString() => nameof(VerifyEmail);
}
