using CleanApi.Application.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;
using Mapster;

namespace CleanApi.WebApi.Invitations;

/// <summary>Maps the response to the resource.</summary>
internal sealed class InvitationResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<InvitationResponse, InvitationAttributes>();
        config.NewConfig<InvitationResponse, InvitationRelationships>()
            .MapWith(invitation => new InvitationRelationships(
                new Relationship<UserId, UserAttributes>(invitation.InvitedById, UserResource.TypeName, null),
                new Relationship<OrganizationId, OrganizationSummary>(invitation.OrganizationId, OrganizationResource.TypeName, null)));
        config.NewConfig<InvitationResponse, InvitationResource>()
            .Map(resource => resource.Type, _ => InvitationResource.TypeName)
            .Map(resource => resource.Attributes, invitation => invitation)
            .Map(resource => resource.Relationships, invitation => invitation);
    }
}
