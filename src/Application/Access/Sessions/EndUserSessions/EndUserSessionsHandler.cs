using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class EndUserSessionsHandler(SessionEnder ender, IApiKeyStore keys) : IRequestHandler<EndUserSessions, Unit>
{
    public async Task<Unit> Handle(EndUserSessions command, CancellationToken cancellationToken)
    {
        await ender.EndAsync(command.UserId, SessionEndReason.EndedByAdministrator, except: null, cancellationToken);

        // Not ended: they go on with their owner, who may not sign in at present.
        await keys.OutdateAsync(command.UserId, cancellationToken);
        return Unit.Value;
    }
}
