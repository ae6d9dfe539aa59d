using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutAllHandler(SessionEnder ender, ICallerContext context) : IRequestHandler<LogoutAll, Unit>
{
    public async Task<Unit> Handle(LogoutAll command, CancellationToken cancellationToken)
    {
        await ender.EndAuditedAsync(context.Required.UserId, SessionEndReason.SignedOut, except: null, cancellationToken);
        return Unit.Value;
    }
}
