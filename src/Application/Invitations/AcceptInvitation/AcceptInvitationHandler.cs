using CleanApi.Application.Access;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationHandler(InvitationEntrance entrance, ISender sender) : IRequestHandler<AcceptInvitation, UserResponse>
{
    public async Task<UserResponse> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        if (!InvitationReference.TryParse(await sender.Send(new FindInvitationToken(request.Token!), cancellationToken), out var reference))
        {
            throw InvitationErrors.InvalidLink();
        }

        var invitation = await entrance.EnterAsync(reference, cancellationToken);
        var organization = await sender.Send(new GetOrganization(), cancellationToken);
        var name = request.Name!.Trim();
        var hash = await sender.Send(new HashPassword(request.Password!, "password", [invitation.Email.Value, name, organization.Name]), cancellationToken);
        return await entrance.JoinAsync(reference, request.Token, name, hash, cancellationToken);
    }
}
