using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityHandler(Reauthentication reauthentication, ExternalSignInStarter starter, ICallerContext context)
    : IRequestHandler<LinkExternalIdentity, ExternalAuthorization>
{
    public async Task<ExternalAuthorization> Handle(LinkExternalIdentity request, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            throw AccessErrors.PersonRequired();
        }

        // What is linked signs in for ever: a session that somebody found or stole is not enough.
        await reauthentication.RequireAsync(request.CurrentPassword, request.Code, cancellationToken);
        var link = new ExternalLink(caller.UserId, caller.OrganizationId, caller.SessionId, caller.SessionStamp);
        return await starter.StartAsync(request.Provider!, request.ReturnUrl, request.BrowserSecret, link, cancellationToken);
    }
}
