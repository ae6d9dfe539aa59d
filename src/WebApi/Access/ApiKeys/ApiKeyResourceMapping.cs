using CleanApi.Application.Access;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Organizations;
using CleanApi.WebApi.Users;
using Mapster;

namespace CleanApi.WebApi.Access;

/// <summary>Maps the response to the resource.</summary>
internal sealed class ApiKeyResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<ApiKeyResponse, ApiKeyAttributes>()
            .MapToConstructor(true)
            .Map(attributes => attributes.Mode, key => ApiKeyModes.NameOf(key.Mode))
            .Map(attributes => attributes.Livemode, key => key.Mode == ApiKeyMode.Live);
        config.NewConfig<ApiKeyResponse, ApiKeyRelationships>()
            .MapWith(key => new ApiKeyRelationships(
                new Relationship<UserId, UserAttributes>(key.UserId, UserResource.TypeName, null),
                new Relationship<OrganizationId, OrganizationSummary>(key.OrganizationId, OrganizationResource.TypeName, null)));
        config.NewConfig<ApiKeyResponse, ApiKeyResource>()
            .Map(resource => resource.Type, _ => ApiKeyResource.TypeName)
            .Map(resource => resource.Attributes, key => key)
            .Map(resource => resource.Relationships, key => key);
    }
}
