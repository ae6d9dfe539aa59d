using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Users;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Accepts invitations for somebody who has proved the address: as a new user, or as the one whom an administrator has created for it. One unit of work, in
/// the inviting organization.
/// </summary>
[Service]
internal sealed class InvitationAcceptance(
    IRepository<Invitation> invitations,
    IInvitationStore store,
    IInvitationTokens tokens,
    IUserProvisioner users,
    IUserDirectory directory,
    InvitationSenders senders,
    InvitationLinks links,
    IAccountService accounts,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    IExceptionTranslator translator,
    TimeProvider clock)
{
    /// <summary>The audit action of an acceptance.</summary>
    public const string Action = "invitation.accepted";

    private const int MaxAttempts = 3;

    /// <summary>Accepts an invitation and returns the user.</summary>
    /// <param name="reference">The invitation, and the send count that is accepted.</param>
    /// <param name="name">The name of a new user.</param>
    /// <param name="renames">Whether a user who has been created gets it too.</param>
    /// <param name="joins">Gives the acting user their account, in the same transaction.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ValidationError">It was accepted, revoked, declined or sent again since.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    /// <exception cref="DuplicateValueError">The address has a user in the organization who has an account, or an account by now.</exception>
    public async Task<UserResponse> AcceptAsync(
        InvitationReference reference, string name, bool renames, Func<CancellationToken, Task> joins, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var email = (await GetOpenAsync(reference, cancellationToken)).Email;
            var user = await AsSystem(reference, () => directory.FindByEmailAsync(email, cancellationToken));
            var caller = new SystemCaller(reference.OrganizationId, user?.Id ?? TypeId.New<UserId>(clock.GetUtcNow()));
            try
            {
                return await context.RunAsAsync(caller, () => unitOfWork.ExecuteAsync(
                    async cancellation =>
                    {
                        await LockAsync(email, isPresent: user is not null, cancellation);
                        return await AcceptAsync(reference, isPresent: user is not null, name, renames, joins, cancellation);
                    },
                    cancellationToken));
            }
            catch (Exception exception) when (exception is not AppException && translator.Translate(exception) is DuplicateValueError)
            {
                // The user or the account was created meanwhile: the next attempt sees it.
                if (attempt == MaxAttempts)
                {
                    throw InvitationErrors.EmailTaken();
                }
            }
        }
    }

    /// <summary>Returns the invitation that the token of a link names. A refusal is recorded in its organization, whose door this is.</summary>
    /// <exception cref="ValidationError">The token is unknown, used or expired.</exception>
    public async Task<InvitationReference> ReadAsync(string token, CancellationToken cancellationToken)
    {
        var isValid = InvitationReference.TryParse(await tokens.FindAsync(token, cancellationToken), out var reference);
        if (isValid || InvitationReference.TryParse(await tokens.FindSpentAsync(token, cancellationToken), out reference))
        {
            audit.Attempt = new AuditTarget(reference!.OrganizationId, "invitation", reference.InvitationId.ToString());
        }

        return isValid ? reference! : throw InvitationErrors.InvalidLink();
    }

    /// <summary>Returns the invitation that a link names, while it is open.</summary>
    /// <exception cref="ValidationError">It was accepted, revoked, declined or sent again since, or its sender could not send it any more.</exception>
    /// <exception cref="GoneError">It has expired.</exception>
    public async Task<Invitation> GetOpenAsync(InvitationReference reference, CancellationToken cancellationToken)
    {
        return await AsSystem(reference, async () =>
        {
            var invitation = await invitations.SingleOrDefaultAsync(new StoredInvitationSpec(reference.InvitationId), cancellationToken)
                ?? throw InvitationErrors.InvalidLink();
            invitation.RequireOpen(reference.SendCount, clock.GetUtcNow());
            return await senders.FindAsync(invitation, cancellationToken) is null ? throw InvitationErrors.InvalidLink() : invitation;
        });
    }

    // The user before the invitation, as whoever changes their rights does. Who invites the address at the same moment waits, and finds that they are in.
    private async Task LockAsync(EmailAddress email, bool isPresent, CancellationToken cancellationToken)
    {
        if (isPresent)
        {
            await users.LockAsync(cancellationToken);
        }

        await store.LockPendingForUpdateAsync(email, cancellationToken);
    }

    private async Task<UserResponse> AcceptAsync(
        InvitationReference reference, bool isPresent, string name, bool renames, Func<CancellationToken, Task> joins, CancellationToken cancellationToken)
    {
        var invitation = await FindAsync(reference, cancellationToken) ?? throw InvitationErrors.InvalidLink();
        invitation.Accept(reference.SendCount, context.RequiredUserId, clock.GetUtcNow());
        audit.Record(Action, invitation);
        // In the transaction: whoever was deactivated meanwhile stays out, and lets nobody in.
        if (await senders.FindAsync(invitation, cancellationToken) is null)
        {
            throw InvitationErrors.InvalidLink();
        }

        if (isPresent && await directory.FindByEmailAsync(invitation.Email, cancellationToken) is not { Status: not UserStatus.Deactivated })
        {
            throw InvitationErrors.InvalidLink();
        }

        if (isPresent && await accounts.FindByUserAsync(context.RequiredUserId, cancellationToken) is { IsLocal: false })
        {
            throw InvitationErrors.EmailTaken();
        }

        var user = !isPresent
            ? await users.CreateAsync(invitation.Email, name, invitation.Role, cancellationToken)
            : await users.AdmitAsync(renames ? name : null, invitation.KeepsRole ? null : invitation.Role, cancellationToken);
        await joins(cancellationToken);
        await links.RevokeAsync(invitation, cancellationToken);
        return user;
    }

    private Task<Invitation?> FindAsync(InvitationReference reference, CancellationToken cancellationToken) =>
        invitations.SingleOrDefaultAsync(new ByIdSpec<Invitation, InvitationId>(reference.InvitationId), cancellationToken);

    private Task<T> AsSystem<T>(InvitationReference reference, Func<Task<T>> work) => context.RunAsAsync(new SystemCaller(reference.OrganizationId), work);
}
