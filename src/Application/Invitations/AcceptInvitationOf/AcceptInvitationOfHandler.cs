using CleanApi.Application.Access;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationOfHandler(InvitationEntrance entrance, ISender sender) : IRequestHandler<AcceptInvitationOf, UserResponse?>
{
    public async Task<UserResponse?> Handle(AcceptInvitationOf request, CancellationToken cancellationToken)
    {
        foreach (var text in await sender.Send(new FindInvitationTokensOf(request.Email), cancellationToken))
        {
            if (InvitationReference.TryParse(text, out var reference) && await IsOpenAsync(reference, cancellationToken))
            {
                return await entrance.JoinAsync(reference, token: null, request.Name, passwordHash: null, cancellationToken);
            }
        }

        return null;
    }

    // A link that was replaced, or whose invitation was revoked or has expired, stands for none.
    private async Task<bool> IsOpenAsync(InvitationReference reference, CancellationToken cancellationToken)
    {
        try
        {
            await entrance.EnterAsync(reference, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is ValidationError or GoneError)
        {
            return false;
        }
    }
}
