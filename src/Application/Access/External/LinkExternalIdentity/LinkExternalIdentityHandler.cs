using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LinkExternalIdentityHandler(ExternalSignInStarter starter, IReadRepository<Account> accounts, ICallerContext context)
    : IRequestHandler<LinkExternalIdentity, ExternalAuthorization>
{
    public async Task<ExternalAuthorization> Handle(LinkExternalIdentity request, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        if (await accounts.SingleOrDefaultAsync(new AccountByUserSpec(caller.UserId), cancellationToken) is { LocalOrganizationId: not null })
        {
            throw AccessErrors.LocalAccount();
        }

        var link = new ExternalLink(caller.UserId, caller.OrganizationId, caller.SessionId, caller.SecurityStamp);
        return await starter.StartAsync(request.Provider!, request.ReturnUrl, request.BrowserSecret, link, cancellationToken);
    }
}
