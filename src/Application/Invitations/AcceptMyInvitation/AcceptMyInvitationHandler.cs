using CleanApi.Application.Access;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptMyInvitationHandler(
    InvitedCaller invited, InvitationPreviews previews, InvitationAcceptance acceptance, IAccountService accounts)
    : IRequestHandler<AcceptMyInvitation, UserResponse>
{
    public async Task<UserResponse> Handle(AcceptMyInvitation command, CancellationToken cancellationToken)
    {
        var (account, name) = await invited.RequireAsync(cancellationToken);
        var reference = await previews.FindAsync(account.Email, command.Id, cancellationToken);
        try
        {
            return await acceptance.AcceptAsync(
                reference, name, renames: false, cancellation => accounts.JoinAsync(account.Id, account.Email, cancellation), cancellationToken);
        }
        catch (ValidationError)
        {
            // Accepted, declined or revoked: what a link would be told of its token.
            throw InvitationErrors.NotFound(command.Id);
        }
    }
}
