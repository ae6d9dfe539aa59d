using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ConfirmEmailHandler(
    IReadRepository<Membership> memberships,
    IOneTimeTokens tokens,
    OpenMemberships open,
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
            // Also for somebody who was deactivated meanwhile: it gives nobody a way in. In the oldest: what was joined since ends with it.
            var oldest = await memberships.FirstOrDefaultAsync(new OldestMembershipByAccountSpec(undone), cancellationToken);
            return await RunAsync(oldest, (first, cancellation) => undoing.RunAsync(command.Token!, first, cancellation), cancellationToken);
        }

        var changed = await tokens.FindAsync(OneTimeTokenPurpose.ChangeEmail, command.Token, cancellationToken);
        var membership = changed?.AccountId is { } id ? await open.FirstAsync(id, cancellationToken) : null;
        return await RunAsync(membership, (first, cancellation) => confirmation.RunAsync(command.Token!, first, cancellation), cancellationToken);
    }

    private async Task<Unit> RunAsync(AccountMembership? found, Func<AccountMembership, CancellationToken, Task<Unit>> work, CancellationToken cancellationToken)
    {
        var first = found ?? throw AccessErrors.InvalidLink();
        try
        {
            return await context.RunAsAsync(
                new SystemCaller(first.OrganizationId, first.UserId),
                () => unitOfWork.ExecuteAsync(cancellation => work(first, cancellation), cancellationToken));
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            // Somebody has got the address meanwhile, or has left it within the last days.
            throw AccessErrors.AccountExists();
        }
    }
}
