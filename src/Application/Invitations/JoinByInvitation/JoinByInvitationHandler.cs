using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class JoinByInvitationHandler(IRepository<Invitation> invitations, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<JoinByInvitation, UserResponse>
{
    public async Task<UserResponse> Handle(JoinByInvitation command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (command.Token is { } token && await sender.Send(new TakeInvitationToken(token), cancellationToken) is null)
        {
            throw InvitationErrors.InvalidLink();
        }

        var invitation = await invitations.SingleOrDefaultAsync(new InvitationToEdit(command.Id), cancellationToken) ?? throw InvitationErrors.InvalidLink();
        invitation.Accept(command.Sending, caller.UserId, clock.GetUtcNow());
        var user = await sender.Send(new AddInvited(invitation.Email, command.Name, invitation.Role), cancellationToken);
        await sender.Send(new OpenAccount(user.Id, user.OrganizationId, user.Email, command.PasswordHash), cancellationToken);
        return user;
    }
}
