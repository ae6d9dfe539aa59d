using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Accepts an invitation. An address without an account gets one, with the password that is chosen here; an account accepts signed in, with the token alone.
/// </summary>
/// <param name="Token">The token of the link.</param>
/// <param name="Name">The user's name, 1 to 100 characters; only without an account.</param>
/// <param name="Password">By the password policy; only without an account.</param>
[AllowAnonymous("The token is the credential; who has signed in is recognized.")]
[Audited(InvitationAcceptance.Action)]
[ManagesTransaction("Hashes the password, which is slow.")]
public sealed record AcceptInvitation(string? Token, [property: Example("Ada Lovelace")] string? Name = null, string? Password = null) : ICommand<UserResponse>
{
    /// <summary>Without token and password, which must not reach a log.</summary>
    public override string ToString() => nameof(AcceptInvitation);
}
