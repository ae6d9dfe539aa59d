using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CleanApi.Domain.Common;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Invitations;

/// <summary>The invitation of a link, with its organization and send count. Read before the tenant is known.</summary>
internal sealed record InvitationReference(OrganizationId OrganizationId, InvitationId InvitationId, int SendCount)
{
    /// <summary>The reference to an invitation with its current send count.</summary>
    public static InvitationReference To(Invitation invitation) => new(invitation.OrganizationId, invitation.Id, invitation.SendCount);

    /// <summary>Parses a reference; false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out InvitationReference? reference)
    {
        reference = text?.Split('/') is [var organization, var id, var number]
            && TypeId.TryParse<OrganizationId>(organization, out var organizationId)
            && TypeId.TryParse<InvitationId>(id, out var invitationId)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sendCount)
                ? new InvitationReference(organizationId, invitationId, sendCount)
                : null;
        return reference is not null;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{OrganizationId}/{InvitationId}/{SendCount}");
}
