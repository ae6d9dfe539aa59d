using CleanApi.Application.Users;

namespace CleanApi.Application.Invitations;

/// <summary>What became of the open invitations to a verified address.</summary>
/// <param name="User">The new user; null when none was accepted.</param>
/// <param name="IsAmbiguous">Whether more than one organization has invited the address.</param>
public sealed record InvitationAcceptanceResult(UserResponse? User, bool IsAmbiguous);
