using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ExpireAccessTokensHandler(IRepository<Session> sessions, ISessionStore store, IApiKeyStore keys, TimeProvider clock)
    : IRequestHandler<ExpireAccessTokens, Unit>
{
    public async Task<Unit> Handle(ExpireAccessTokens command, CancellationToken cancellationToken)
    {
        await store.HoldAllAsync(command.UserId, cancellationToken);
        foreach (var session in await sessions.ListAsync(new LiveSessionsOfUser(command.UserId, clock.GetUtcNow()), cancellationToken))
        {
            session.ExpireAccessTokens();
        }

        await keys.OutdateAsync(command.UserId, cancellationToken);
        return Unit.Value;
    }
}
