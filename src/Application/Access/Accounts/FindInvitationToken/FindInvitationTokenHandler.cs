using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class FindInvitationTokenHandler(IOneTimeTokens tokens) : IRequestHandler<FindInvitationToken, string?>
{
    public async Task<string?> Handle(FindInvitationToken query, CancellationToken cancellationToken) =>
        (await tokens.FindAsync(OneTimeTokenPurpose.Invitation, query.Token, cancellationToken))?.Payload;
}
