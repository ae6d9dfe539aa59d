using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class FoundAccountHandler(
    IRepository<Account> accounts, ICallerContext context, ISender sender, IMailOutbox mails, SiteAddress site, TimeProvider clock)
    : IRequestHandler<FoundAccount, FoundedAccount>
{
    public async Task<FoundedAccount> Handle(FoundAccount command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (organizationId, userId) = (TypeId.New<OrganizationId>(now), TypeId.New<UserId>(now));
        // From here on everything is done by the founder, in the new organization: what is stored and audited is under it.
        context.Enter(new Caller(userId, organizationId, UserRole.Admin));
        await sender.Send(new FoundOrganization(command.OrganizationName), cancellationToken);
        await sender.Send(new AddFounder(command.Email, command.Name), cancellationToken);
        var account = Account.Open(command.Email, userId, organizationId, now);
        if (command.PasswordHash is { } hash)
        {
            account.SetPassword(hash, now);
        }

        await accounts.AddAsync(account, cancellationToken);
        mails.Add(new WelcomeMail(command.Email, command.Name, command.OrganizationName, site.Page(PagePaths.SignIn)));
        return new FoundedAccount(account.Id, userId, organizationId);
    }
}
