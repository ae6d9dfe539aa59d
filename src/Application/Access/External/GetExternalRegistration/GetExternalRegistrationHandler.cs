using CleanApi.Application.Invitations;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class GetExternalRegistrationHandler(IOneTimeTokens tokens, IInvitationService invitations)
    : IRequestHandler<GetExternalRegistration, ExternalRegistrationResponse>
{
    public async Task<ExternalRegistrationResponse> Handle(GetExternalRegistration query, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(OneTimeTokenPurpose.ExternalRegistration, query.Token, cancellationToken);
        var userInfo = ExternalRegistration.Deserialize(content?.Payload)?.ToUserInfo() ?? throw AccessErrors.InvalidLink();
        var email = userInfo.VerifiedEmail!.Value;
        return new ExternalRegistrationResponse(
            email, ExternalUserName.OrganizationOf(ExternalUserName.Of(userInfo)), await invitations.ListOpenAsync(email, cancellationToken));
    }
}
