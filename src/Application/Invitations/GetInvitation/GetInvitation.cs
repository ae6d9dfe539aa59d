using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Invitations;

namespace CleanApi.Application.Invitations;

/// <summary>One invitation of the caller's organization.</summary>
/// <param name="Id">The id.</param>
[RequiresPermission(Permissions.InvitationsManage, Denied = "Only admins can see invitations")]
[NoValidator("The id is parsed by its type.")]
public sealed record GetInvitation(InvitationId Id) : IGetById<InvitationId, InvitationResponse>;
