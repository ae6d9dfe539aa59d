using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Access;

/// <summary>Welcomes whoever has created an organization.</summary>
[EventHandler("access.send-welcome-mail")]
internal sealed class SendWelcomeMail(IUserDirectory users, IMailOutbox mails, SiteAddress site) : IEventHandler<OrganizationCreated>
{
    public async Task HandleAsync(OrganizationCreated domainEvent, EventContext context, CancellationToken cancellationToken)
    {
        if (context.Actor?.UserId is { } id && await users.FindAsync(id, cancellationToken) is { } founder)
        {
            mails.Add(new WelcomeMail(founder.Email, domainEvent.Name, site.Page(PagePaths.SignIn)));
        }
    }
}
