using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>Completes a registration: creates the organization and its first administrator, and their account where the address has none.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Password">By the password policy; only for an address without an account, which keeps its own.</param>
[AllowAnonymous("The token is the credential.")]
[Audited(OrganizationRegistrar.Action)]
[ManagesTransaction("Hashes the password, which is slow.")]
public sealed record VerifyEmail(string? Token, string? Password = null) : ICommand<Unit>
{
    /// <summary>Without token and password, which must not reach a log.</summary>
    public override string ToString() => nameof(VerifyEmail);
}
