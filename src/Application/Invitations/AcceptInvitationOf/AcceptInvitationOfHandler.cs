using CleanApi.Application.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationOfHandler(InvitationEntrance entrance, ISender sender) : IRequestHandler<AcceptInvitationOf, ProvenAcceptance>
{
    public async Task<ProvenAcceptance> Handle(AcceptInvitationOf request, CancellationToken cancellationToken)
    {
        List<InvitationReference> open = [];
        foreach (var text in await sender.Send(new FindInvitationTokensOf(request.Email), cancellationToken))
        {
            if (InvitationReference.TryParse(text, out var reference) && await IsOpenAsync(reference, cancellationToken))
            {
                open.Add(reference);
            }
        }

        // An organization has one open invitation an address, so that two are two organizations'. Anybody can found one and invite a stranger.
        if (open is not [var only])
        {
            return new ProvenAcceptance(null, HasSeveral: open.Count > 1);
        }

        await entrance.EnterAsync(only, cancellationToken);
        return new ProvenAcceptance(await entrance.JoinAsync(only, token: null, request.Name, passwordHash: null, cancellationToken), HasSeveral: false);
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
