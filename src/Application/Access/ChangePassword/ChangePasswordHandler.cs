using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ChangePasswordHandler(
    IReadRepository<Membership> memberships, IPasswordHasher passwords, ISignInAttempts attempts, ICallerContext context, ISender sender)
    : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        if (caller.SessionId is null)
        {
            throw AccessErrors.PersonRequired();
        }

        var credentials = await memberships.SingleOrDefaultAsync(new CredentialsOfUser(caller.UserId), cancellationToken);
        if (credentials is not { PasswordHash: { } present, PasswordChangedAt: { } changedAt })
        {
            throw AccessErrors.NoPassword();
        }

        var user = await sender.Send(new GetSignInState(caller.UserId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        passwords.RequireCapacity();
        using (var attempt = await attempts.BeginAsync(user.Email, cancellationToken))
        {
            // Whoever has found an open session must not find out the password with it, faster than at a sign-in.
            if (!await passwords.VerifyAsync(request.CurrentPassword!, present, cancellationToken) || !attempt.IsAllowed)
            {
                await sender.Send(new RecordFailedSignIn(caller.UserId), cancellationToken);
                throw AccessErrors.WrongCurrentPassword();
            }

            await attempts.SucceedAsync(user.Email, cancellationToken);
        }

        var organization = await sender.Send(new GetOrganization(), cancellationToken);
        var hash = await sender.Send(new HashPassword(request.NewPassword!, "newPassword", [user.Email.Value, user.Name, organization.Name]), cancellationToken);
        return await sender.Send(new ReplacePassword(hash, changedAt, user.Name, request.EndOtherSessions), cancellationToken);
    }
}
