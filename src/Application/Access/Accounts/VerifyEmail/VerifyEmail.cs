using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Completes a registration: creates the organization, its first administrator and their account. No command itself, because what the database refuses,
/// when the address was taken in the same moment, shows only when <see cref="CompleteRegistration"/> is saved.
/// </summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential; whoever registers is nobody yet.")]
public sealed record VerifyEmail(string? Token) : IRequest<Unit>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(VerifyEmail);
}
