using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CompleteExternalRegistrationHandler(IOneTimeTokens tokens, ExternalUserProvisioner provisioner, ExternalSessions sessions)
    : IRequestHandler<CompleteExternalRegistration, SignInResponse>
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.ExternalRegistration;

    public async Task<SignInResponse> Handle(CompleteExternalRegistration command, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(Purpose, command.Token, cancellationToken);
        var registration = ExternalRegistration.Deserialize(content?.Payload) ?? throw AccessErrors.InvalidLink();
        try
        {
            var userInfo = registration.ToUserInfo();
            var identity = command.InvitationId is { } id
                ? await provisioner.JoinAsync(id, userInfo, registration.Provider, ConsumeAsync, cancellationToken)
                : await provisioner.RegisterAsync(userInfo, registration.Provider, ConsumeAsync, cancellationToken);
            return await sessions.SignInAsync(identity, cancellationToken);
        }
        catch (ExternalSignInException)
        {
            // The address got an account meanwhile, to which this identity is not linked.
            throw AccessErrors.InvalidLink();
        }

        async Task ConsumeAsync(CancellationToken cancellation)
        {
            if (await tokens.ConsumeAsync(Purpose, command.Token, cancellation) is null)
            {
                throw AccessErrors.InvalidLink();
            }
        }
    }
}
