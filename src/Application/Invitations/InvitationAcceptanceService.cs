using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Accepts invitations by their link, or by an email address that an external provider has verified.</summary>
[Service]
internal sealed class InvitationAcceptanceService(
    IRepository<Invitation> invitations,
    IInvitationTokens tokens,
    IUserProvisioner users,
    IAccountService accounts,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    IExceptionTranslator translator,
    TimeProvider clock) : IInvitationAcceptance
{
    /// <summary>The audit action of an acceptance.</summary>
    public const string Action = "invitation.accepted";

    /// <inheritdoc />
    public async Task<InvitationAcceptanceResult> AcceptByVerifiedEmailAsync(
        EmailAddress email, string name, Func<AccountId, CancellationToken, Task> accepted, CancellationToken cancellationToken)
    {
        // Several open invitations are of several organizations. The user must choose, because anyone can create an organization and invite any address.
        while (true)
        {
            var open = await ListOpenAsync(email, cancellationToken);
            if (open is not [var only])
            {
                return new InvitationAcceptanceResult(null, IsAmbiguous: open.Count > 1);
            }

            if (await RunAsInviteeAsync(only, () => TryAcceptAsync(only, name, accepted, cancellationToken)) is { } user)
            {
                return new InvitationAcceptanceResult(user, IsAmbiguous: false);
            }
        }
    }

    /// <summary>Runs work in the inviting organization as the user whom the acceptance creates.</summary>
    public Task<T> RunAsInviteeAsync<T>(InvitationReference reference, Func<Task<T>> work) =>
        context.RunAsAsync(new SystemCaller(reference.OrganizationId, TypeId.New<UserId>(clock.GetUtcNow())), work);

    /// <summary>Returns the invitation that a link names, while it is open.</summary>
    /// <exception cref="ValidationError">It was accepted, revoked, or sent again since.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    public async Task<Invitation> GetOpenAsync(InvitationReference reference, CancellationToken cancellationToken)
    {
        var invitation = await FindAsync(reference, cancellationToken) ?? throw InvitationErrors.InvalidLink();
        invitation.RequireOpen(reference.SendCount, clock.GetUtcNow());
        return invitation;
    }

    /// <summary>Accepts as the acting user: creates the user and the account in one unit of work, with the consumption of the token.</summary>
    /// <exception cref="ValidationError">The token was used, or the invitation was accepted, revoked or sent again since.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    /// <exception cref="DuplicateValueError">The address has an account by now.</exception>
    public Task<UserResponse> AcceptAsync(
        InvitationReference reference, string token, string name, string? passwordHash, CancellationToken cancellationToken) => ExecuteAsync(
        async cancellation =>
        {
            if (!await tokens.ConsumeAsync(token, cancellation))
            {
                throw InvitationErrors.InvalidLink();
            }

            var invitation = await FindAsync(reference, cancellation) ?? throw InvitationErrors.InvalidLink();
            return (await CompleteAsync(invitation, reference, name, passwordHash, cancellation)).User;
        },
        cancellationToken);

    // Null: it was accepted, revoked or sent again since it was found open, or has expired; what is open now decides.
    private Task<UserResponse?> TryAcceptAsync(
        InvitationReference reference, string name, Func<AccountId, CancellationToken, Task> accepted, CancellationToken cancellationToken) => ExecuteAsync(
        async cancellation =>
        {
            if (await FindAsync(reference, cancellation) is not { } invitation || !invitation.IsOpen(reference.SendCount, clock.GetUtcNow()))
            {
                return null;
            }

            var (user, accountId) = await CompleteAsync(invitation, reference, name, passwordHash: null, cancellation);
            await accepted(accountId, cancellation);
            return user;
        },
        cancellationToken);

    private async Task<(UserResponse User, AccountId AccountId)> CompleteAsync(
        Invitation invitation, InvitationReference reference, string name, string? passwordHash, CancellationToken cancellationToken)
    {
        invitation.Accept(reference.SendCount, context.RequiredUserId, clock.GetUtcNow());
        audit.Record(Action, invitation);
        var user = await users.CreateAsync(invitation.Email, name, invitation.Role, cancellationToken);
        return (user, await accounts.CreateAsync(user.Id, user.OrganizationId, user.Email, passwordHash, cancellationToken));
    }

    private async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await unitOfWork.ExecuteAsync(work, cancellationToken);
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            throw InvitationErrors.EmailTaken();
        }
    }

    private async Task<List<InvitationReference>> ListOpenAsync(EmailAddress email, CancellationToken cancellationToken)
    {
        List<InvitationReference> open = [];
        foreach (var text in await tokens.ListAsync(email, cancellationToken))
        {
            if (InvitationReference.TryParse(text, out var reference) && await IsOpenAsync(reference, cancellationToken))
            {
                open.Add(reference);
            }
        }

        return open;
    }

    private Task<Invitation?> FindAsync(InvitationReference reference, CancellationToken cancellationToken) =>
        invitations.SingleOrDefaultAsync(new ByIdSpec<Invitation, InvitationId>(reference.InvitationId), cancellationToken);

    private Task<bool> IsOpenAsync(InvitationReference reference, CancellationToken cancellationToken) => RunAsInviteeAsync(
        reference, async () => (await FindAsync(reference, cancellationToken))?.IsOpen(reference.SendCount, clock.GetUtcNow()) == true);
}
