using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class CompletePasswordResetHandler(
    PasswordSetter passwords, IOneTimeTokens tokens, ISignInAttempts attempts, ICallerContext context, ISender sender)
    : IRequestHandler<CompletePasswordReset, Unit>
{
    public async Task<Unit> Handle(CompletePasswordReset command, CancellationToken cancellationToken)
    {
        var userId = context.Required.UserId;
        // The account first, the token second: of two links of one account that are used at once, the second one finds itself withdrawn.
        var account = await passwords.HoldAsync(userId, cancellationToken);
        var content = await tokens.TakeAsync(OneTimeTokenPurpose.ResetPassword, command.Token, cancellationToken);
        if (account is null || content?.AccountId != account.Id
            || await sender.Send(new GetSignInState(userId), cancellationToken) is not { Status: not UserStatus.Deactivated } user)
        {
            throw AccessErrors.InvalidLink();
        }

        await passwords.SetAsync(account, command.PasswordHash, user.Name, ends: _ => true, cancellationToken);
        await attempts.ClearAsync(account.Email, cancellationToken);
        await sender.Send(new ConfirmUser(userId), cancellationToken);
        return Unit.Value;
    }
}
