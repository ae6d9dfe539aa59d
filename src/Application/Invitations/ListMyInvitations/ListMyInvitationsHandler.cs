using CleanApi.Application.Common.Paging;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class ListMyInvitationsHandler(InvitedCaller invited, InvitationPreviews previews)
    : IRequestHandler<ListMyInvitations, Page<InvitationPreviewResponse>>
{
    public async Task<Page<InvitationPreviewResponse>> Handle(ListMyInvitations query, CancellationToken cancellationToken)
    {
        var (account, _) = await invited.RequireAsync(cancellationToken);
        return Page<InvitationPreviewResponse>.Whole(await previews.ListAsync(account.Email, hasAccount: true, cancellationToken));
    }
}
