using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ResetUserFactorsHandler(
    UserUpdateService updates, ISecondFactorReset factors, Grants grants, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<ResetUserFactors, UserResponse>
{
    public async Task<UserResponse> Handle(ResetUserFactors command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadLockedAsync(command.Id, cancellationToken);
        audit.Record(user);
        // Before what can refuse it for another reason.
        context.Preconditions.Require(user.Version);
        // Whoever weakens how somebody signs in could be in their place next.
        await grants.RequireAsync(user.Role, cancellationToken);
        user.ResetFactors(context.RequiredUserId, clock.GetUtcNow());
        await factors.ResetAsync(user.Id, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
