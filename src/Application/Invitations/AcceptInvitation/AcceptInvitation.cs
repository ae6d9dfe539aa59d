using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts an invitation: creates the user and their account.</summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Name">The user's name, 1 to 100 characters.</param>
/// <param name="Password">By the password policy.</param>
[AllowAnonymous("The token is the credential.")]
[Audited(InvitationAcceptanceService.Action)]
[ManagesTransaction("Hashes the password, which is slow.")]
public sealed record AcceptInvitation(string? Token, [property: Example("Ada Lovelace")] string? Name, string? Password) : ICommand<UserResponse>
{
    /// <summary>Without token and password, which must not reach a log.</summary>
    public override string ToString() => nameof(AcceptInvitation);
}
