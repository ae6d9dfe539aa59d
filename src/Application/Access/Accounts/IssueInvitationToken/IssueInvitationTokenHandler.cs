using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class IssueInvitationTokenHandler(IOneTimeTokens tokens) : IRequestHandler<IssueInvitationToken, string>
{
    public Task<string> Handle(IssueInvitationToken command, CancellationToken cancellationToken) =>
        Task.FromResult(tokens.Issue(OneTimeTokenPurpose.Invitation, command.Lifetime, subject: command.Email.Value, payload: command.Reference));
}
