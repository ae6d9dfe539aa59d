using CleanApi.Application.Users;

namespace CleanApi.Application.Invitations;

/// <summary>The result of accepting the open invitation of a verified address.</summary>
/// <param name="User">The new user; null when no invitation was accepted.</param>
/// <param name="IsAmbiguous">Whether more than one organization has invited the address.</param>
public sealed record InvitationAcceptanceResult(UserResponse? User, bool IsAmbiguous);
