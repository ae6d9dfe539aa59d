using MediatR;

namespace CleanApi.Application.Access;

internal sealed class BeginExternalSignInHandler(ExternalSignInStarter starter) : IRequestHandler<BeginExternalSignIn, ExternalAuthorization>
{
    public Task<ExternalAuthorization> Handle(BeginExternalSignIn request, CancellationToken cancellationToken) =>
        starter.StartAsync(request.Provider, request.ReturnUrl, request.BrowserSecret, link: null, cancellationToken);
}
