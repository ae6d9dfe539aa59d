using CleanApi.Application.Organizations;
using Mapster;

namespace CleanApi.WebApi.Organizations;

/// <summary>Maps the response to the resource.</summary>
internal sealed class OrganizationResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<OrganizationResponse, OrganizationAttributes>();
        config.NewConfig<OrganizationResponse, OrganizationSummary>();
        config.NewConfig<OrganizationResponse, OrganizationResource>()
            .Map(resource => resource.Type, _ => OrganizationResource.TypeName)
            .Map(resource => resource.Attributes, organization => organization);
    }
}
