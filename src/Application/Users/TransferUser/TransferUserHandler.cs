using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class TransferUserHandler(
    UserUpdateService updates,
    IRepository<User> users,
    IOrganizationService organizations,
    IAccountService accounts,
    IAccountDeletion deletion,
    IPendingInvitations invitations,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<TransferUser, UserResponse>
{
    // Each organization is written as itself, which is what row-level security and the audit log go by; the transaction is one.
    public async Task<UserResponse> Handle(TransferUser command, CancellationToken cancellationToken)
    {
        var (from, to) = (command.FromOrganizationId!.Value, command.ToOrganizationId!.Value);
        var change = new AuditChange("organizationId", from.ToString(), to.ToString());
        var (user, account) = await AsAsync(from, token => FindAsync(command.Id, token), cancellationToken);
        var arrived = await AsAsync(to, token => ArriveAsync(user, account, command.Role ?? user.Role, change, token), cancellationToken);
        await AsAsync(from, token => DepartAsync(user, to, change, token), cancellationToken);
        return arrived.Adapt<UserResponse>();
    }

    private async Task<(User User, AccountSummary? Account)> FindAsync(UserId id, CancellationToken cancellationToken)
    {
        await organizations.GetAsync(cancellationToken);
        var user = await updates.LoadLockedAsync(id, cancellationToken);
        return (user, await accounts.FindByUserAsync(id, cancellationToken));
    }

    private async Task<User> ArriveAsync(User user, AccountSummary? account, UserRole role, AuditChange change, CancellationToken cancellationToken)
    {
        var organization = (await organizations.GetAsync(cancellationToken)).Id;
        if (await users.SingleOrDefaultAsync(new InvitableUserSpec(user.Email), cancellationToken) is not null)
        {
            throw new DuplicateValueError("toOrganizationId", "That organization has a user with this address already", ReasonCodes.AccountExists);
        }

        var proved = account is { IsLocal: false } ? account : null;
        var arrived = await users.AddAsync(User.Arrive(user, organization, role, proved is not null, clock.GetUtcNow()), cancellationToken);
        audit.Record(TransferUser.Action, arrived, change);
        if (proved is not null)
        {
            await context.RunAsAsync(new SystemCaller(organization, arrived.Id), async () =>
            {
                await accounts.JoinAsync(proved.Id, proved.Email, cancellationToken);
                return Unit.Value;
            });
        }

        return arrived;
    }

    private async Task<Unit> DepartAsync(User user, OrganizationId to, AuditChange change, CancellationToken cancellationToken)
    {
        user.Depart(to, await updates.CountOtherActiveAdminsAsync(user, cancellationToken), clock.GetUtcNow());
        audit.Record(TransferUser.Action, user, change);
        await invitations.RevokeAsync(user.Email, cancellationToken);
        // After the account has joined the other organization: it ends with its last membership.
        await deletion.DeleteAsync(user.Id, cancellationToken);
        return Unit.Value;
    }

    private Task<T> AsAsync<T>(OrganizationId organization, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        context.RunAsAsync(new SystemCaller(organization), () => unitOfWork.ExecuteAsync(work, cancellationToken));
}
