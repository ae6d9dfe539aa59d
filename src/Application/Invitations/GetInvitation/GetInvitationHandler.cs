using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class GetInvitationHandler(IReadRepository<Invitation> invitations) : IRequestHandler<GetInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(GetInvitation query, CancellationToken cancellationToken) =>
        await invitations.FindAsync<InvitationId, InvitationResponse>(query.Id, cancellationToken) ?? throw InvitationErrors.NotFound(query.Id);
}
