using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Invitations;

/// <summary>
/// The open invitations of the caller's address, over all organizations: the newest first, at most <see cref="IInvitationService.MaxListed"/>.
/// </summary>
[AuthenticatedOnly("Everybody may see what they are invited to.")]
[NoValidator("It has no parameters.")]
public sealed record ListMyInvitations : IQuery<Page<InvitationPreviewResponse>>;
