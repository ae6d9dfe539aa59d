using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityHandler(StepUp stepUp, ExternalSignInStarter starter, ICallerContext context)
    : IRequestHandler<LinkExternalIdentity, ExternalAuthorization>
{
    public async Task<ExternalAuthorization> Handle(LinkExternalIdentity request, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        // A linked identity outlives the session, so a stolen session must not suffice.
        await stepUp.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        var link = new ExternalLink(caller.UserId, caller.OrganizationId, caller.SessionId, caller.SecurityStamp);
        return await starter.StartAsync(request.Provider!, request.ReturnUrl, request.BrowserSecret, link, cancellationToken);
    }
}
