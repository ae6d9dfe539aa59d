using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class LogoutAllHandler(
    IReadRepository<Membership> memberships, SessionRevoker revoker, IUnitOfWork unitOfWork, ICallerContext context) : IRequestHandler<LogoutAll, Unit>
{
    public async Task<Unit> Handle(LogoutAll command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        var everywhere = await memberships.ListAsync(new MembershipsByUserSpec(context.RequiredUserId, PageLimits.MaxLimit), cancellationToken);
        foreach (var membership in everywhere.Where(membership => membership.OrganizationId != caller.OrganizationId))
        {
            // As the user there, and in that organization's audit log.
            await context.RunAsAsync(
                new SystemCaller(membership.OrganizationId, membership.UserId),
                () => unitOfWork.ExecuteAsync(cancellation => RevokeAsync(cancellation), cancellationToken));
        }

        return await RevokeAsync(cancellationToken);
    }

    private async Task<Unit> RevokeAsync(CancellationToken cancellationToken)
    {
        await revoker.RevokeAsync(context.RequiredUserId, SessionEndReason.SignedOut, except: null, cancellationToken);
        return Unit.Value;
    }
}
