using CleanApi.Application.Users;
using CleanApi.Domain.Organizations;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using Mapster;

namespace CleanApi.WebApi.Users;

/// <summary>Maps the response to the resource.</summary>
internal sealed class UserResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<UserResponse, UserAttributes>();
        config.NewConfig<UserResponse, UserRelationships>()
            .MapWith(user => new UserRelationships(new Relationship<OrganizationId, OrganizationSummary>(
                user.OrganizationId, OrganizationResource.TypeName, user.Organization == null ? null : user.Organization.Adapt<OrganizationSummary>())));
        config.NewConfig<UserResponse, UserResource>()
            .Map(resource => resource.Type, _ => UserResource.TypeName)
            .Map(resource => resource.Attributes, user => user)
            .Map(resource => resource.Relationships, user => user);
    }
}
