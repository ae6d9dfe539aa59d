using CleanApi.Application.Common.Auditing;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class RecordFailedSignInHandler(IAuditTrail audit) : IRequestHandler<RecordFailedSignIn, Unit>
{
    private const string User = "user";

    public Task<Unit> Handle(RecordFailedSignIn command, CancellationToken cancellationToken)
    {
        audit.RecordRefused(RecordFailedSignIn.Action, User, command.UserId == default ? null : command.UserId.ToString());
        return Unit.Task;
    }
}
