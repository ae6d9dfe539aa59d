using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutAllHandler(SessionRevoker revoker, ICallerContext context) : IRequestHandler<LogoutAll, Unit>
{
    public async Task<Unit> Handle(LogoutAll command, CancellationToken cancellationToken)
    {
        await revoker.RevokeEverywhereAsync(context.RequiredUserId, SessionEndReason.SignedOut, except: null, cancellationToken);
        return Unit.Value;
    }
}
