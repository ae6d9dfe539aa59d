using CleanApi.Domain.Invitations;
using CleanApi.WebApi.Common;

namespace CleanApi.WebApi.Invitations;

/// <summary>An invitation.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Type">Always <c>invitation</c>.</param>
/// <param name="Attributes">What is told of it.</param>
/// <param name="Relationships">What it belongs to.</param>
public sealed record InvitationResource(InvitationId Id, string Type, InvitationAttributes Attributes, InvitationRelationships Relationships) : IResource
{
    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string TypeName = "invitation";

    /// <inheritdoc />
    public string GetId() => Id.ToString();
}
