using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class FindInvitationTokensOfHandler(IOneTimeTokens tokens) : IRequestHandler<FindInvitationTokensOf, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(FindInvitationTokensOf query, CancellationToken cancellationToken) =>
        [.. (await tokens.ListAsync(OneTimeTokenPurpose.Invitation, query.Email.Value, cancellationToken)).Select(content => content.Payload).OfType<string>()];
}
