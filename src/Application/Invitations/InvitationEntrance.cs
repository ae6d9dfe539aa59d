using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>Lets in who was invited: they come as nobody, and go on as the user that they are about to become.</summary>
internal sealed class InvitationEntrance(
    IReadRepository<Invitation> invitations, ICallerContext context, ISender sender, IExceptionTranslator translator, TimeProvider clock)
{
    /// <summary>Goes on in the inviting organization, if the invitation is still open.</summary>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">Its time is over.</exception>
    public async Task<Invitation> EnterAsync(InvitationReference reference, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The least role: what they may is theirs when they sign in.
        context.Enter(new Caller(TypeId.New<UserId>(now), reference.OrganizationId, UserRole.Viewer));
        var invitation = await invitations.SingleOrDefaultAsync(new InvitationToEdit(reference.InvitationId), cancellationToken) ?? throw InvitationErrors.InvalidLink();
        invitation.RequireOpen(reference.Sending, now);
        return invitation;
    }

    /// <summary>Joins.</summary>
    /// <exception cref="DuplicateValueError">The address has got an account meanwhile.</exception>
    public async Task<UserResponse> JoinAsync(InvitationReference reference, string? token, string name, string? passwordHash, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.Send(new JoinByInvitation(reference.InvitationId, reference.Sending, token, name, passwordHash), cancellationToken);
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            throw InvitationErrors.EmailTaken();
        }
    }
}
