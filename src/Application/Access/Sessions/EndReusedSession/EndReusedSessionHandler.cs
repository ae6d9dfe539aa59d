using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndReusedSessionHandler(
    IRepository<Session> sessions, ISessionStore store, IMailOutbox mails, SiteAddress site, ISender sender, TimeProvider clock)
    : IRequestHandler<EndReusedSession, Unit>
{
    private const string UnknownDevice = "an unknown device";

    public async Task<Unit> Handle(EndReusedSession command, CancellationToken cancellationToken)
    {
        await store.HoldAsync(command.Id, cancellationToken);
        var session = await sessions.SingleOrDefaultAsync(new SessionById(command.Id), cancellationToken);
        if (session?.Revoke(SessionEndReason.TokenReused, clock.GetUtcNow()) == true
            && await sender.Send(new GetSignInState(session.UserId), cancellationToken) is { } user)
        {
            mails.Add(new SessionEndedMail(
                user.Email, user.Name, Device.Describe(session.UserAgent) ?? UnknownDevice, session.CreatedAt, site.Page(PagePaths.ForgotPassword)));
        }

        return Unit.Value;
    }
}
