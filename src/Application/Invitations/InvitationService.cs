using CleanApi.Application.Access;
using CleanApi.Application.Common.Services;
using CleanApi.Domain.Access;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <inheritdoc cref="IInvitationService" />
[Service]
internal sealed class InvitationService(InvitationSender sender, InvitationPreviews previews, InvitationAcceptance acceptance, IAccountService accounts)
    : IInvitationService
{
    /// <inheritdoc />
    public Task InviteAsync(EmailAddress email, UserRole role, CancellationToken cancellationToken) =>
        sender.SendAsync(email, role, keepsRole: true, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<InvitationPreviewResponse>> ListOpenAsync(EmailAddress email, CancellationToken cancellationToken) =>
        previews.ListAsync(email, hasAccount: false, cancellationToken);

    /// <inheritdoc />
    public async Task AcceptAsync(
        InvitationId id, EmailAddress email, string name, Func<AccountId, CancellationToken, Task> accepted, CancellationToken cancellationToken)
    {
        var reference = await previews.FindAsync(email, id, cancellationToken);
        await acceptance.AcceptAsync(
            reference,
            name,
            renames: false,
            async cancellation => await accepted(await accounts.CreateAsync(email, passwordHash: null, cancellation), cancellation),
            cancellationToken);
    }
}
