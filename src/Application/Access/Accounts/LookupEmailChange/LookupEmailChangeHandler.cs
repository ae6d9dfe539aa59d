using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LookupEmailChangeHandler(IOneTimeTokens tokens) : IRequestHandler<LookupEmailChange, EmailChangePreviewResponse>
{
    public async Task<EmailChangePreviewResponse> Handle(LookupEmailChange query, CancellationToken cancellationToken)
    {
        var undoing = await tokens.FindAsync(OneTimeTokenPurpose.UndoEmailChange, query.Token, cancellationToken);
        if (DoneEmailChange.FromPayload(undoing?.Payload) is { } done)
        {
            return new EmailChangePreviewResponse(done.From, Undoes: true);
        }

        var changing = await tokens.FindAsync(OneTimeTokenPurpose.ChangeEmail, query.Token, cancellationToken);
        return PendingEmailChange.FromPayload(changing?.Payload) is { } pending
            ? new EmailChangePreviewResponse(pending.To, Undoes: false)
            : throw AccessErrors.InvalidLink();
    }
}
