using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class SendInvitationHandler(
    InvitationSender sender, IInvitationStore store, InvitationEligibility eligibility, Grants grants, IUnitOfWork unitOfWork, IExceptionTranslator translator)
    : IRequestHandler<SendInvitation, InvitationResponse>
{
    public async Task<InvitationResponse> Handle(SendInvitation command, CancellationToken cancellationToken)
    {
        try
        {
            return await unitOfWork.ExecuteAsync(cancellation => SendAsync(command, cancellation), cancellationToken);
        }
        catch (Exception exception) when (exception is not AppException && translator.Translate(exception) is DuplicateValueError)
        {
            // There is a pending one by now, which is sent again.
            return await unitOfWork.ExecuteAsync(cancellation => SendAsync(command, cancellation), cancellationToken);
        }
    }

    private async Task<InvitationResponse> SendAsync(SendInvitation command, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Parse(command.Email!);
        // Before the question who is in: whoever accepts at the same moment is, once this has waited for them.
        await store.LockPendingForUpdateAsync(email, cancellationToken);
        var user = await eligibility.RequireAsync(email, cancellationToken);
        var role = command.Role ?? user?.Role ?? UserRole.Member;
        await grants.RequireAsync(role, cancellationToken);
        var (invitation, isNew) = await sender.SendAsync(email, role, keepsRole: user is not null && command.Role is null, cancellationToken);
        return invitation.Adapt<InvitationResponse>() with { IsNew = isNew };
    }
}
