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
    PasswordResetLinks links,
    IOneTimeTokens tokens,
    IUserDirectory users,
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
        var membership = await links.ReadAsync(command.Token, cancellationToken);
        return await context.RunAsAsync(
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

        // In the transaction: whoever was deactivated meanwhile stays out.
        await GetUserAsync(userId, cancellationToken);
        audit.Record(account);
        await updates.SetAsync(account, hash, isRevoked: _ => true, cancellationToken);
        await attempts.ClearAsync(account.Id, account.Email, cancellationToken);
        return Unit.Value;
    }

    private async Task<UserSignInState> GetUserAsync(UserId userId, CancellationToken cancellationToken) =>
        await users.FindAsync(userId, cancellationToken) is { Status: not UserStatus.Deactivated } user ? user : throw AccessErrors.InvalidLink();
}
