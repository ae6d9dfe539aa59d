using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Invitations;

/// <summary>Finds open invitations for whoever is invited, who is in none of the organizations that invite: each is read as the system, in its own.</summary>
[Service]
internal sealed class InvitationPreviews(
    IReadRepository<Invitation> invitations,
    IInvitationTokens tokens,
    IOrganizationService organizations,
    InvitationSenders senders,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>Returns the open invitations of an address, the newest first, at most <see cref="IInvitationService.MaxListed"/>.</summary>
    public async Task<IReadOnlyList<InvitationPreviewResponse>> ListAsync(EmailAddress email, bool hasAccount, CancellationToken cancellationToken)
    {
        List<InvitationPreviewResponse> found = [];
        foreach (var reference in await ReferencesAsync(email, cancellationToken))
        {
            if (found.Count < IInvitationService.MaxListed && await DescribeOpenAsync(reference, hasAccount, cancellationToken) is { } one)
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <summary>Returns the reference to the invitation of an address, open or not.</summary>
    /// <exception cref="NotFoundError">The address has no such invitation.</exception>
    public async Task<InvitationReference> FindAsync(EmailAddress email, InvitationId id, CancellationToken cancellationToken) =>
        (await ReferencesAsync(email, cancellationToken)).FirstOrDefault(reference => reference.InvitationId == id) ?? throw InvitationErrors.NotFound(id);

    /// <summary>Describes the invitation of a link, in the inviting organization; null when its sender could not send it any more.</summary>
    public async Task<InvitationPreviewResponse?> DescribeAsync(Invitation invitation, bool hasAccount, CancellationToken cancellationToken)
    {
        if (await senders.FindAsync(invitation, cancellationToken) is not { } sender)
        {
            return null;
        }

        var organization = await organizations.GetAsync(cancellationToken);
        return new InvitationPreviewResponse(
            invitation.Id, organization.Id, organization.Name, sender.Name, invitation.Email, invitation.Role, invitation.ExpiresAt, hasAccount,
            invitation.CreatedAt, invitation.Version);
    }

    // The newest token of an invitation has the last send count.
    private async Task<IEnumerable<InvitationReference>> ReferencesAsync(EmailAddress email, CancellationToken cancellationToken) =>
        (await tokens.ListAsync(email, cancellationToken))
            .Select(text => InvitationReference.TryParse(text, out var reference) ? reference : null)
            .OfType<InvitationReference>()
            .DistinctBy(reference => reference.InvitationId);

    private Task<InvitationPreviewResponse?> DescribeOpenAsync(InvitationReference reference, bool hasAccount, CancellationToken cancellationToken) =>
        context.RunAsAsync(
            new SystemCaller(reference.OrganizationId),
            async () => await invitations.SingleOrDefaultAsync(new StoredInvitationSpec(reference.InvitationId), cancellationToken) is { } invitation
                && invitation.IsOpen(reference.SendCount, clock.GetUtcNow())
                    ? await DescribeAsync(invitation, hasAccount, cancellationToken)
                    : null);
}
