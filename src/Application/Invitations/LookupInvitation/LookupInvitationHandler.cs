using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class LookupInvitationHandler(
    IInvitationTokens tokens, InvitationAcceptance acceptance, InvitationPreviews previews, IAccountService accounts, ICallerContext context)
    : IRequestHandler<LookupInvitation, InvitationPreviewResponse>
{
    public async Task<InvitationPreviewResponse> Handle(LookupInvitation query, CancellationToken cancellationToken)
    {
        if (!InvitationReference.TryParse(await tokens.FindAsync(query.Token!, cancellationToken), out var reference))
        {
            throw InvitationErrors.InvalidLink();
        }

        var invitation = await acceptance.GetOpenAsync(reference, cancellationToken);
        var hasAccount = await accounts.FindAsync(invitation.Email, cancellationToken) is not null;
        return await context.RunAsAsync(
            new SystemCaller(reference.OrganizationId), () => previews.DescribeAsync(invitation, hasAccount, cancellationToken))
            ?? throw InvitationErrors.InvalidLink();
    }
}
