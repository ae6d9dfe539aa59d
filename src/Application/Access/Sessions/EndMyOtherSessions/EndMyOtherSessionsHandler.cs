using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndMyOtherSessionsHandler(SessionRevoker revoker, ICallerContext context) : IRequestHandler<EndMyOtherSessions, Unit>
{
    public async Task<Unit> Handle(EndMyOtherSessions command, CancellationToken cancellationToken)
    {
        var caller = context.RequiredUser;
        await revoker.RevokeEverywhereAsync(caller.UserId, SessionEndReason.EndedByOwner, except: caller.SessionId, cancellationToken);
        return Unit.Value;
    }
}
