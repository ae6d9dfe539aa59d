using CleanApi.Application.Users;

namespace CleanApi.Application.Invitations;

/// <summary>What became of the open invitations to an address that was proved without a link.</summary>
/// <param name="User">Who has joined; null when nobody has.</param>
/// <param name="HasSeveral">Whether nobody has because more than one organization invites: the link of a mail says which one to join.</param>
public sealed record ProvenAcceptance(UserResponse? User, bool HasSeveral);
