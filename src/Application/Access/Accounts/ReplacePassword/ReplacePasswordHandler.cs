using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ReplacePasswordHandler(PasswordSetter passwords, ICallerContext context) : IRequestHandler<ReplacePassword, Unit>
{
    public async Task<Unit> Handle(ReplacePassword command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        var account = await passwords.HoldAsync(caller.UserId, cancellationToken);
        if (account is null || account.PasswordChangedAt != command.PasswordChangedAt)
        {
            throw AccessErrors.WrongCurrentPassword();
        }

        await passwords.SetAsync(account, command.PasswordHash, command.Name, id => command.EndOtherSessions && id != caller.SessionId, cancellationToken);
        return Unit.Value;
    }
}
