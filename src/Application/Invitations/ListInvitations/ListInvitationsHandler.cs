using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class ListInvitationsHandler(IReadRepository<Invitation> invitations) : IRequestHandler<ListInvitations, Page<InvitationResponse>>
{
    public Task<Page<InvitationResponse>> Handle(ListInvitations query, CancellationToken cancellationToken) =>
        invitations.PageAsync(new InvitationsPage(query), cancellationToken);
}
