using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LeaveOrganizationHandler(
    IReadRepository<Membership> memberships,
    IUserProvisioner users,
    IAccountService accounts,
    IAccountDeletion deletion,
    IOrganizationService organizations,
    IMailOutbox mails,
    IUnitOfWork unitOfWork,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<LeaveOrganization, Unit>
{
    public async Task<Unit> Handle(LeaveOrganization command, CancellationToken cancellationToken)
    {
        // As the caller: the statement verifies that the session has not ended.
        var membership = await memberships.FirstOrDefaultAsync(new MembershipByUserSpec(context.RequiredUser.UserId, command.Id), cancellationToken)
            ?? throw AccessErrors.OrganizationNotFound(command.Id);
        return await context.RunAsAsync(
            new SystemCaller(membership.OrganizationId, membership.UserId),
            () => unitOfWork.ExecuteAsync(cancellation => LeaveAsync(membership, cancellation), cancellationToken));
    }

    private async Task<Unit> LeaveAsync(Membership membership, CancellationToken cancellationToken)
    {
        if (await accounts.FindByUserAsync(membership.UserId, cancellationToken) is { } account)
        {
            var organization = await organizations.GetAsync(cancellationToken);
            mails.Add(new OrganizationLeftMail(account.Email, organization.Name, clock.GetUtcNow()));
        }

        await users.LeaveAsync(cancellationToken);
        await deletion.DeleteAsync(membership.UserId, cancellationToken);
        return Unit.Value;
    }
}
