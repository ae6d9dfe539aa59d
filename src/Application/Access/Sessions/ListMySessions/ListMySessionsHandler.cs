using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ListMySessionsHandler(IReadRepository<Session> sessions, ICallerContext context, SessionPolicy policy, TimeProvider clock)
    : IRequestHandler<ListMySessions, Page<ActiveSessionResponse>>
{
    public async Task<Page<ActiveSessionResponse>> Handle(ListMySessions query, CancellationToken cancellationToken)
    {
        var (caller, now) = (context.RequiredUser, clock.GetUtcNow());
        // A token names the user in one organization, and its session the account.
        var current = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(caller.SessionId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var page = await sessions.PageAsync(new ListMySessionsSpec(query, current.AccountId, now, now - policy.IdleLimit), cancellationToken);
        return page with { Items = [.. page.Items.Select(Complete)] };

        ActiveSessionResponse Complete(ActiveSessionResponse session) => session with
        {
            ExpiresAt = policy.RefreshTokenEnd(session.LastUsedAt, session.ExpiresAt),
            Device = Device.Describe(session.UserAgent),
            Current = session.Id == caller.SessionId,
        };
    }
}
