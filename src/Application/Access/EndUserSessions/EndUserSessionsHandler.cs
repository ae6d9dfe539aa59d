using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndUserSessionsHandler(SessionEnder ender) : IRequestHandler<EndUserSessions, Unit>
{
    public async Task<Unit> Handle(EndUserSessions command, CancellationToken cancellationToken)
    {
        await ender.EndAsync(command.UserId, SessionEndReason.EndedByAdministrator, except: null, cancellationToken);
        return Unit.Value;
    }
}
