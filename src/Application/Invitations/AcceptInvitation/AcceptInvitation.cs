using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Accepts an invitation: creates the user and their account. Neither a command nor a query: no transaction is open while the password is hashed;
/// <see cref="JoinByInvitation"/> is the command, and what is audited.
/// </summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Name">What the person is called, 1 to 100 characters.</param>
/// <param name="Password">The password that they choose.</param>
[AllowAnonymous("The token is the credential; whoever is invited is nobody yet.")]
public sealed record AcceptInvitation(string? Token, string? Name, string? Password) : IRequest<UserResponse>
{
    /// <summary>Without token and password: whoever reads a log must not learn them.</summary>
    public override string ToString() => nameof(AcceptInvitation);
}
