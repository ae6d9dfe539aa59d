using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>Declines an invitation of the caller's address: its link becomes invalid, and the organization is told.</summary>
/// <param name="Id">The invitation.</param>
[AuthenticatedOnly("Everybody declines for themselves; an invitation of another address is not found.")]
[Audited("invitation.declined")]
[ManagesTransaction("It is in another organization than the caller's.")]
[NoValidator("The id is parsed by its type.")]
public sealed record DeclineMyInvitation(InvitationId Id) : ICommand<Unit>;
