using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class TakeInvitationTokenHandler(IOneTimeTokens tokens) : IRequestHandler<TakeInvitationToken, string?>
{
    public async Task<string?> Handle(TakeInvitationToken command, CancellationToken cancellationToken) =>
        (await tokens.TakeAsync(OneTimeTokenPurpose.Invitation, command.Token, cancellationToken))?.Payload;
}
