using CleanApi.Application.Common.Security;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityHandler(ExternalSignInStarter starter, ICallerContext context)
    : IRequestHandler<LinkExternalIdentity, ExternalAuthorization>
{
    public async Task<ExternalAuthorization> Handle(LinkExternalIdentity request, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        var link = new ExternalLink(caller.UserId, caller.OrganizationId, caller.SessionId, caller.SecurityStamp);
        return await starter.StartAsync(request.Provider!, request.ReturnUrl, request.BrowserSecret, link, cancellationToken);
    }
}
