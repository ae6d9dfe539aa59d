using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ResetPasswordHandler(
    IReadRepository<Membership> memberships,
    IOneTimeTokens tokens,
    IUserDirectory users,
    IUserProvisioner provisioner,
    IOrganizationService organizations,
    IPasswordService passwords,
    PasswordUpdateService updates,
    IVerificationAttempts attempts,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context) : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword command, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(OneTimeTokenPurpose.ResetPassword, command.Token, cancellationToken);
        var membership = content?.AccountId is { } id
            ? await memberships.FirstOrDefaultAsync(new AccountMembershipByAccountSpec(id), cancellationToken)
            : null;
        return membership is null
            ? throw AccessErrors.InvalidLink()
            : await context.RunAsAsync(
                new SystemCaller(membership.OrganizationId, membership.UserId), () => ResetAsync(command, membership.UserId, cancellationToken));
    }

    private async Task<Unit> ResetAsync(ResetPassword command, UserId userId, CancellationToken cancellationToken)
    {
        var user = await GetUserAsync(userId, cancellationToken);
        var organization = await organizations.GetAsync(cancellationToken);
        var hash = await passwords.HashAsync(command.Password!, "password", [user.Email.Value, user.Name, organization.Name], cancellationToken);
        return await unitOfWork.ExecuteAsync(cancellation => StoreAsync(command.Token!, hash, userId, cancellation), cancellationToken);
    }

    private async Task<Unit> StoreAsync(string token, string hash, UserId userId, CancellationToken cancellationToken)
    {
        // The account is locked before the token is consumed: of two links used concurrently, the second one is revoked by then.
        var account = await updates.LockForUpdateAsync(userId, cancellationToken);
        var content = await tokens.ConsumeAsync(OneTimeTokenPurpose.ResetPassword, token, cancellationToken);
        if (account is null || content?.AccountId != account.Id)
        {
            throw AccessErrors.InvalidLink();
        }

        var user = await GetUserAsync(userId, cancellationToken);
        await updates.SetAsync(account, hash, user.Name, isRevoked: _ => true, cancellationToken);
        audit.Record(account);
        await attempts.ClearAsync(account.Id, account.Email, cancellationToken);
        await provisioner.ActivateInvitedAsync(cancellationToken);
        return Unit.Value;
    }

    private async Task<UserSignInState> GetUserAsync(UserId userId, CancellationToken cancellationToken) =>
        await users.FindAsync(userId, cancellationToken) is { Status: not UserStatus.Deactivated } user ? user : throw AccessErrors.InvalidLink();
}
