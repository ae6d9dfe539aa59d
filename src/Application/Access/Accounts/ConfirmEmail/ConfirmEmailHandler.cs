using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ConfirmEmailHandler(
    IReadRepository<Membership> memberships,
    IOneTimeTokens tokens,
    IUserDirectory users,
    EmailChangeConfirmation confirmation,
    EmailChangeUndoing undoing,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    IExceptionTranslator translator) : IRequestHandler<ConfirmEmail, Unit>
{
    public async Task<Unit> Handle(ConfirmEmail command, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(OneTimeTokenPurpose.UndoEmailChange, command.Token, cancellationToken) is { AccountId: { } undone })
        {
            // Also for somebody who was deactivated meanwhile: it gives nobody a way in.
            return await RunAsync(await ListAsync(undone, cancellationToken), (first, cancellation) => undoing.RunAsync(command.Token!, first, cancellation), cancellationToken);
        }

        if (await tokens.FindAsync(OneTimeTokenPurpose.ChangeEmail, command.Token, cancellationToken) is not { AccountId: { } changed })
        {
            throw AccessErrors.InvalidLink();
        }

        var found = await ListAsync(changed, cancellationToken);
        if (!await IsLetInAsync(found, cancellationToken))
        {
            throw AccessErrors.InvalidLink();
        }

        return await RunAsync(found, (first, cancellation) => confirmation.RunAsync(command.Token!, first, cancellation), cancellationToken);
    }

    private Task<List<AccountMembership>> ListAsync(AccountId id, CancellationToken cancellationToken) =>
        memberships.ListAsync(new AccountMembershipByAccountSpec(id), cancellationToken);

    private async Task<bool> IsLetInAsync(List<AccountMembership> found, CancellationToken cancellationToken)
    {
        foreach (var one in found)
        {
            var caller = new SystemCaller(one.OrganizationId, one.UserId);
            if (await context.RunAsAsync(caller, () => users.FindAsync(one.UserId, cancellationToken)) is { Status: not UserStatus.Deactivated })
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Unit> RunAsync(
        List<AccountMembership> found, Func<AccountMembership, CancellationToken, Task<Unit>> work, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            throw AccessErrors.InvalidLink();
        }

        try
        {
            return await context.RunAsAsync(
                new SystemCaller(found[0].OrganizationId, found[0].UserId),
                () => unitOfWork.ExecuteAsync(cancellation => work(found[0], cancellation), cancellationToken));
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            // Somebody has got the address meanwhile, or has left it within the last days.
            throw AccessErrors.AccountExists();
        }
    }
}
