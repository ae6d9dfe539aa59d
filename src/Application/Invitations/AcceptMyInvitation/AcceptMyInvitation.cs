using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts an invitation of the caller's address, without its link: the caller's account joins the organization.</summary>
/// <param name="Id">The invitation.</param>
[AuthenticatedOnly("Everybody accepts for themselves; an invitation of another address is not found.")]
[Audited(InvitationAcceptance.Action)]
[ManagesTransaction("It is in another organization than the caller's.")]
[NoValidator("The id is parsed by its type.")]
public sealed record AcceptMyInvitation(InvitationId Id) : ICommand<UserResponse>;
