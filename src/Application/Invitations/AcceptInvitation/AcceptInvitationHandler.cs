using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using MediatR;

namespace CleanApi.Application.Invitations;

internal sealed class AcceptInvitationHandler(
    InvitationAcceptance acceptance,
    IInvitationTokens tokens,
    InvitedCaller invited,
    IAccountService accounts,
    IOrganizationService organizations,
    IPasswordService passwords,
    ICallerContext context) : IRequestHandler<AcceptInvitation, UserResponse>
{
    public async Task<UserResponse> Handle(AcceptInvitation command, CancellationToken cancellationToken)
    {
        var reference = await acceptance.ReadAsync(command.Token!, cancellationToken);
        var invitation = await acceptance.GetOpenAsync(reference, cancellationToken);
        return context.Caller is null
            ? await RegisterAsync(command, reference, invitation, cancellationToken)
            : await JoinAsync(command, reference, invitation, cancellationToken);
    }

    private async Task<UserResponse> RegisterAsync(
        AcceptInvitation command, InvitationReference reference, Invitation invitation, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(invitation.Email, cancellationToken) is not null)
        {
            // It may be this very link that has created the account.
            await acceptance.GetOpenAsync(reference, cancellationToken);
            throw InvitationErrors.SignInFirst();
        }

        RequireFields(command);
        var organization = await context.RunAsAsync(new SystemCaller(reference.OrganizationId), () => organizations.GetAsync(cancellationToken));
        var name = NameRule.Public.Require(command.Name);
        var hash = await passwords.HashAsync(command.Password!, "password", [invitation.Email.Value, name, organization.Name], cancellationToken);
        return await acceptance.AcceptAsync(
            reference,
            name,
            renames: true,
            async cancellation =>
            {
                await ConsumeAsync(command.Token!, cancellation);
                if (await accounts.FindAsync(invitation.Email, cancellation) is not null)
                {
                    throw InvitationErrors.SignInFirst();
                }

                await accounts.CreateAsync(invitation.Email, hash, cancellation);
            },
            cancellationToken);
    }

    private async Task<UserResponse> JoinAsync(
        AcceptInvitation command, InvitationReference reference, Invitation invitation, CancellationToken cancellationToken)
    {
        var (account, name) = await invited.RequireAsync(cancellationToken);
        if (account.Email != invitation.Email)
        {
            throw InvitationErrors.OtherAccount();
        }

        RequireNoFields(command);
        return await acceptance.AcceptAsync(
            reference,
            name,
            renames: false,
            async cancellation =>
            {
                await ConsumeAsync(command.Token!, cancellation);
                await accounts.JoinAsync(account.Id, invitation.Email, cancellation);
            },
            cancellationToken);
    }

    private async Task ConsumeAsync(string token, CancellationToken cancellationToken)
    {
        if (!await tokens.ConsumeAsync(token, cancellationToken))
        {
            throw InvitationErrors.InvalidLink();
        }
    }

    private static void RequireFields(AcceptInvitation command) => Refuse(
        [
            .. command.Name is null ? [new ErrorDetail("name", FieldCodes.Required, "Name is required")] : (ErrorDetail[])[],
            .. command.Password is null ? [new ErrorDetail("password", FieldCodes.Required, "Password is required")] : (ErrorDetail[])[],
        ]);

    // The account has both.
    private static void RequireNoFields(AcceptInvitation command) => Refuse(
        [
            .. command.Name is null ? (ErrorDetail[])[] : [new ErrorDetail("name", FieldCodes.InvalidValue, "Must be left out by whoever has signed in")],
            .. command.Password is null ? (ErrorDetail[])[] : [new ErrorDetail("password", FieldCodes.InvalidValue, "Must be left out by whoever has signed in")],
        ]);

    private static void Refuse(IReadOnlyList<ErrorDetail> faults)
    {
        if (faults.Count > 0)
        {
            throw new ValidationError(faults);
        }
    }
}
