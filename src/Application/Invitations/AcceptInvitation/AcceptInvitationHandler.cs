using CleanApi.Application.Access;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationHandler(
    InvitationAcceptanceService acceptance, IInvitationTokens tokens, IOrganizationService organizations, IPasswordService passwords)
    : IRequestHandler<AcceptInvitation, UserResponse>
{
    public async Task<UserResponse> Handle(AcceptInvitation command, CancellationToken cancellationToken) =>
        InvitationReference.TryParse(await tokens.FindAsync(command.Token!, cancellationToken), out var reference)
            ? await acceptance.RunAsInviteeAsync(reference, () => AcceptAsync(command, reference, cancellationToken))
            : throw InvitationErrors.InvalidLink();

    private async Task<UserResponse> AcceptAsync(AcceptInvitation command, InvitationReference reference, CancellationToken cancellationToken)
    {
        var invitation = await acceptance.GetOpenAsync(reference, cancellationToken);
        var organization = await organizations.GetAsync(cancellationToken);
        var name = NameRule.Public.Require(command.Name);
        var hash = await passwords.HashAsync(command.Password!, "password", [invitation.Email.Value, name, organization.Name], cancellationToken);
        return await acceptance.AcceptAsync(reference, command.Token!, name, hash, cancellationToken);
    }
}
