using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityHandler(ExternalSignInStarter starter, ICallerContext context)
    : IRequestHandler<LinkExternalIdentity, ExternalAuthorization>
{
    public Task<ExternalAuthorization> Handle(LinkExternalIdentity request, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            throw AccessErrors.PersonRequired();
        }

        var link = new ExternalLink(caller.UserId, caller.OrganizationId, caller.SessionId, caller.SessionStamp);
        return starter.StartAsync(request.Provider!, request.ReturnUrl, request.BrowserSecret, link, cancellationToken);
    }
}
